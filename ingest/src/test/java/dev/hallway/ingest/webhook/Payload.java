// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Payloads in the shape that GitHub documents, as far as anybody reads them. */
public final class Payload {

    public static final long REPOSITORY_ID = 77;
    public static final String REPOSITORY = "Hall/Way";
    public static final Instant CREATED = Instant.parse("2024-09-01T10:00:00Z");

    private Payload() {}

    /** An {@code issues} delivery. */
    public static ObjectNode issue(String action, long number, Instant updatedAt) {
        ObjectNode payload = payload(action);
        payload.set("issue", item(number, updatedAt, "issues"));
        return payload;
    }

    /** An {@code issue_comment} delivery below an issue. */
    public static ObjectNode issueComment(String action, long number, long id, Instant updatedAt) {
        ObjectNode payload = issue(action, number, updatedAt);
        payload.set(
                "comment",
                comment(id, updatedAt)
                        .put("html_url", page("issues", number) + "#issuecomment-" + id)
                        .put("issue_url", "https://api.github.com/repos/" + REPOSITORY + "/issues/" + number));
        return payload;
    }

    /** A {@code pull_request} delivery. */
    public static ObjectNode pullRequest(String action, long number, Instant updatedAt) {
        ObjectNode payload = payload(action).put("number", number);
        ObjectNode pull = item(number, updatedAt, "pull").put("draft", false);
        pull.putNull("merged_at");
        pull.putObject("base").put("ref", "main");
        payload.set("pull_request", pull);
        return payload;
    }

    /** A {@code pull_request_review} delivery. */
    public static ObjectNode review(String action, long number, long id, String state, Instant pullUpdatedAt) {
        ObjectNode payload = pullRequest(action, number, pullUpdatedAt);
        ObjectNode review = payload.putObject("review")
                .put("id", id)
                .put("state", state)
                .put("body", "Looks good.")
                .put("author_association", "MEMBER")
                .put("submitted_at", CREATED.toString());
        review.set("user", user());
        return payload;
    }

    /** A {@code pull_request_review_comment} delivery. */
    public static ObjectNode reviewComment(String action, long number, long id, Instant updatedAt) {
        ObjectNode payload = pullRequest(action, number, updatedAt);
        payload.set(
                "comment",
                comment(id, updatedAt)
                        .put("pull_request_review_id", 500)
                        .put("in_reply_to_id", 400)
                        .put("pull_request_url", "https://api.github.com/repos/" + REPOSITORY + "/pulls/" + number));
        return payload;
    }

    /** A {@code repository} delivery after a rename. */
    public static ObjectNode renamed(String newFullName) {
        ObjectNode payload = payload("renamed");
        ((ObjectNode) payload.path("repository")).put("full_name", newFullName);
        payload.putObject("changes").putObject("repository").putObject("name").put("from", "Way");
        return payload;
    }

    /** A payload about the repository with nothing else in it. */
    public static ObjectNode payload(String action) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("action", action);
        payload.putObject("repository").put("id", REPOSITORY_ID).put("full_name", REPOSITORY);
        return payload;
    }

    /** The bytes GitHub would sign. */
    public static byte[] bytes(ObjectNode payload) {
        return payload.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode item(long number, Instant updatedAt, String kind) {
        ObjectNode item = JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("id", 9_000_000 + number)
                .put("html_url", page(kind, number))
                .put("title", "Item " + number)
                .put("body", "as of " + updatedAt)
                .put("state", "open")
                .put("author_association", "NONE")
                .put("created_at", CREATED.toString())
                .put("updated_at", updatedAt.toString());
        item.set("user", user());
        item.putArray("labels").addObject().put("name", "kind/wish");
        return item;
    }

    private static ObjectNode comment(long id, Instant updatedAt) {
        ObjectNode comment = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("body", "as of " + updatedAt)
                .put("author_association", "NONE")
                .put("created_at", CREATED.toString())
                .put("updated_at", updatedAt.toString());
        comment.set("user", user());
        return comment;
    }

    private static ObjectNode user() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", 7)
                .put("login", "ada")
                .put("type", "User");
    }

    private static String page(String kind, long number) {
        return "https://github.com/" + REPOSITORY + "/" + kind + "/" + number;
    }
}
