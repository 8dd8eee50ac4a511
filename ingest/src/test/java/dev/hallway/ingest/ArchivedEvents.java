// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Events as GH Archive writes them, and files of them. */
final class ArchivedEvents {

    static final long REPOSITORY_ID = 4711;
    static final String AT = "2016-03-04T05:06:07Z";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "{\"id\": 7, \"login\": \"ada\", \"type\": \"User\"}";

    private ArchivedEvents() {}

    static ObjectNode issue(String repository, long number) {
        return event(repository, "IssuesEvent", "\"action\": \"opened\", \"issue\": " + item(repository, number));
    }

    static ObjectNode issueComment(String repository, long number, long id) {
        return event(
                repository,
                "IssueCommentEvent",
                "\"action\": \"created\", \"issue\": " + item(repository, number) + ", \"comment\": "
                        + comment(repository, "issues/" + number + "#issuecomment-" + id, id));
    }

    static ObjectNode pullRequest(String repository, long number, String moreFields) {
        return event(repository, "PullRequestEvent", "\"action\": \"closed\", " + pull(repository, number, moreFields));
    }

    static ObjectNode review(String repository, long number, long id) {
        return event(
                repository,
                "PullRequestReviewEvent",
                "\"action\": \"created\", \"review\": {\"id\": " + id + ", \"user\": " + USER
                        + ", \"state\": \"approved\", \"body\": null, \"submitted_at\": \"" + AT + "\"}, "
                        + pull(repository, number, "\"merged_at\": null"));
    }

    static ObjectNode reviewComment(String repository, long number, long id, String moreFields) {
        ObjectNode event = event(
                repository,
                "PullRequestReviewCommentEvent",
                "\"action\": \"created\", \"comment\": "
                        + comment(repository, "pull/" + number + "#discussion_r" + id, id) + ", "
                        + pull(repository, number, "\"merged_at\": null"));
        ObjectNode comment = (ObjectNode) event.path("payload").path("comment");
        comment.put("pull_request_url", "https://api.github.com/repos/" + repository + "/pulls/" + number);
        comment.setAll((ObjectNode) json("{" + moreFields + "}"));
        return event;
    }

    static ObjectNode event(String repository, String type, String payload) {
        return (ObjectNode)
                json("{\"id\": \"1\", \"type\": \"" + type + "\", \"actor\": {\"id\": 7, \"login\": \"ada\"},"
                        + " \"repo\": {\"id\": " + REPOSITORY_ID + ", \"name\": \"" + repository + "\"}, \"payload\": {"
                        + payload + "}, \"public\": true, \"created_at\": \"" + AT + "\"}");
    }

    /** Writes a file of events, or of whatever the lines are. */
    static Path write(Path directory, String name, List<?> lines) {
        Path file = directory.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Object line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return file;
    }

    private static String item(String repository, long number) {
        return "{\"id\": " + (1000 + number) + ", \"number\": " + number + ", \"html_url\": \"https://github.com/"
                + repository + "/issues/" + number
                + "\", \"title\": \"Wish\", \"body\": \"please\", \"state\": \"open\","
                + " \"user\": " + USER + ", \"labels\": [], \"created_at\": \"2016-03-01T00:00:00Z\","
                + " \"updated_at\": \"" + AT + "\", \"closed_at\": null}";
    }

    private static String pull(String repository, long number, String moreFields) {
        return "\"number\": " + number + ", \"pull_request\": {\"id\": " + (2000 + number) + ", \"number\": " + number
                + ", \"html_url\": \"https://github.com/" + repository + "/pull/" + number
                + "\", \"title\": \"Change\","
                + " \"body\": \"Fixes #1\", \"state\": \"closed\", \"user\": " + USER
                + ", \"created_at\": \"2016-03-01T00:00:00Z\", \"updated_at\": \"" + AT + "\", \"closed_at\": \"" + AT
                + "\", \"base\": {\"ref\": \"main\"}" + (moreFields.isEmpty() ? "" : ", " + moreFields) + "}";
    }

    private static String comment(String repository, String page, long id) {
        return "{\"id\": " + id + ", \"html_url\": \"https://github.com/" + repository + "/" + page + "\", \"user\": "
                + USER + ", \"body\": \"said\", \"created_at\": \"" + AT + "\", \"updated_at\": \"" + AT + "\"}";
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
