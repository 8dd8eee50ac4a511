// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An explanation as a person reads it in a terminal. */
final class ExplanationText {

    static final String NOTHING = "  nothing";

    private ExplanationText() {}

    /** What the figure is, and its value. */
    static List<String> head(JsonNode answer) {
        JsonNode data = answer.path("data");
        String figure = data.path("figure").asText();
        return List.of(
                shown(data.path("repository")) + ", " + data.path("week").asText() + ", " + figure + ": "
                        + value(data, figure),
                "",
                data.path("definition").asText(),
                "From " + day(data.path("window").path("from")) + " to before "
                        + day(data.path("window").path("to")) + ", UTC. Definitions version "
                        + answer.path("definitionVersion").asText() + ", "
                        + data.path("definedAt").asText() + "; table "
                        + data.path("table").asText() + ".",
                "The value tells " + data.path("basis").asText() + ".");
    }

    static String heading(String part) {
        return part.equals("counted") ? "Counted" : "Left out";
    }

    /** An entry and its address. */
    static List<String> entry(JsonNode entry) {
        List<String> lines = new ArrayList<>();
        lines.add("  #" + entry.path("number").asText() + " " + shown(entry.path("title")));
        String event = entry.path("event").asText().replace('_', ' ');
        lines.add("    " + event + ", " + moment(entry.path("time")) + ", by " + participant(entry.path("by"))
                + merger(entry.path("mergedBy")) + ": " + entry.path("why").asText() + seconds(entry) + answer(entry));
        if (!entry.path("url").asText().isEmpty()) {
            lines.add("    " + shown(entry.path("url")));
        }
        return lines;
    }

    /** Until when everything is known, and what is missing. */
    static String freshness(JsonNode answer) {
        JsonNode freshness = answer.path("freshness");
        JsonNode completeness = freshness.path("completeness");
        String until = freshness.path("syncedAt").isTextual()
                ? "Data until " + moment(freshness.path("syncedAt")) + " UTC."
                : "The first pass over GitHub is not finished.";
        return until + " " + (completeness.path("complete").asBoolean() ? "Complete: " : "Incomplete: ")
                + completeness.path("words").asText() + ".";
    }

    private static String value(JsonNode data, String figure) {
        JsonNode value = data.path("value");
        if (value.isNull()) {
            return "unavailable, because " + data.path("unavailable").asText();
        }
        return figure.endsWith("_seconds") ? duration(value.asLong()) + " (" + value.asText() + " s)" : shown(value);
    }

    private static String participant(JsonNode who) {
        List<String> signs = new ArrayList<>();
        if (who.path("botSign").isTextual()) {
            signs.add("bot by " + who.path("botSign").asText());
        }
        if (who.path("maintainerSign").isTextual()) {
            signs.add("maintainer by " + who.path("maintainerSign").asText().replace("merged", "a merge"));
        }
        if (who.path("organisation").isTextual()) {
            signs.add(shown(who.path("organisation")));
        }
        String login = who.path("kind").asText().equals("unknown") ? "a deleted account" : shown(who.path("login"));
        return signs.isEmpty() ? login : login + " (" + String.join(", ", signs) + ")";
    }

    private static String merger(JsonNode who) {
        boolean known = who.isObject() && !who.path("kind").asText().equals("unknown");
        return known ? ", merged by " + participant(who) : "";
    }

    private static String seconds(JsonNode entry) {
        return entry.path("seconds").isNumber()
                ? ", " + duration(entry.path("seconds").asLong())
                : "";
    }

    private static String answer(JsonNode entry) {
        JsonNode answer = entry.path("answer");
        return answer.isObject()
                ? ", pull request " + shown(answer.path("repository")) + "#"
                        + answer.path("pullRequest").asText() + " (evidence: "
                        + answer.path("evidence").asText() + ")"
                : "";
    }

    /** The two largest units. */
    private static String duration(long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    private static String moment(JsonNode time) {
        return time.asText().replace('T', ' ').replaceFirst("(:\\d\\d)(:\\d\\d(\\.\\d+)?)?Z$", "$1");
    }

    private static String day(JsonNode time) {
        return time.asText().replaceFirst("T.*", "");
    }

    /** People on GitHub wrote it: the terminal must not interpret it. */
    private static String shown(JsonNode text) {
        return text.asText().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
