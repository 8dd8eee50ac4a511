// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.util.Locale;

/** One line about a repository: the figures of its last week. */
final class WeekSummary {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HallwayClient client;

    WeekSummary(HallwayClient client) {
        this.client = client;
    }

    String line(String repository) {
        JsonNode summary = data(repository, "");
        String last = summary.path("lastWeek").asText("");
        if (last.isEmpty()) {
            return String.format(Locale.ROOT, "%-24s nothing has happened yet", repository);
        }
        String week = "?from=" + last + "&to=" + last;
        JsonNode flow = data(repository, "/flow" + week).path(0);
        JsonNode people = data(repository, "/contributor-diversity" + week).path(0);
        return String.format(
                Locale.ROOT,
                "%-24s %s: %s, %d of them new; %s opened, %d closed; %s merged; %s open%s",
                repository,
                last,
                counted(people.path("contributors"), "contributor"),
                people.path("newcomers").asLong(),
                counted(flow.path("issuesOpened"), "issue"),
                flow.path("issuesClosed").asLong(),
                counted(flow.path("pullRequestsMerged"), "pull request"),
                counted(flow.path("openIssuesAtEnd"), "issue"),
                incomplete(summary.path("completeness")));
    }

    private static String counted(JsonNode number, String what) {
        return number.asLong() + " " + what + (number.asLong() == 1 ? "" : "s");
    }

    /** Shown only if something is missing: on every line it would bury the figures. */
    private static String incomplete(JsonNode completeness) {
        return completeness.path("complete").asBoolean()
                ? ""
                : "; incomplete: " + completeness.path("words").asText();
    }

    private JsonNode data(String repository, String rest) {
        try {
            return JSON.readTree(client.get(repository, rest)).path("data");
        } catch (JsonProcessingException notJson) {
            throw new Failure(HallwayExitCode.FAILED, "Hallway's answer is not JSON: see its log.", notJson);
        }
    }
}
