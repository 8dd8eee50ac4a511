// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.vector;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.people.PeopleRegistry;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Makes records of the short values of test vectors, with the defaults that {@code docs/vectors/README.md} lists. */
final class VectorRecords {

    private static final Map<String, Kind> KINDS = Map.of(
            Topics.ISSUES.name(), new Kind(schema(Issue.class), (about, value) -> item("issues", about, value)),
            Topics.PULL_REQUESTS.name(), new Kind(schema(PullRequest.class), VectorRecords::pullRequest),
            Topics.COMMENTS.name(), new Kind(schema(Comment.class), VectorRecords::comment),
            Topics.REVIEWS.name(), new Kind(schema(Review.class), VectorRecords::review),
            Topics.REPOSITORIES.name(), new Kind(schema(Repository.class), VectorRecords::repository),
            Topics.PEOPLE.name(), new Kind(schema(PeopleRegistry.class), (about, value) -> people(value)));

    private final JsonToAvro values;

    VectorRecords(Map<String, ObjectNode> accounts) {
        values = new JsonToAvro(accounts);
    }

    /** The record that a short value stands for; the value is completed. */
    SpecificRecord record(String topic, String about, ObjectNode value) {
        Kind kind = requireNonNull(KINDS.get(topic), () -> "No vector has events on " + topic);
        kind.defaults().accept(about, value);
        return values.record(value, kind.schema());
    }

    private static void item(String path, String about, ObjectNode value) {
        ofAnItem(about, value);
        long number = value.path("number").asLong();
        defaultTo(value, "id", value.path("number"));
        defaultTo(
                value,
                "htmlUrl",
                text("https://github.com/" + value.path("repository").asText() + "/" + path + "/" + number));
        defaultTo(value, "title", text(""));
        defaultTo(value, "state", text(value.path("closedAt").isTextual() ? "CLOSED" : "OPEN"));
        seen(value, "createdAt");
    }

    private static void pullRequest(String about, ObjectNode value) {
        if (value.has("mergedAt")) {
            defaultTo(value, "closedAt", value.path("mergedAt"));
        }
        defaultTo(value, "baseRef", text("main"));
        item("pull", about, value);
    }

    private static void comment(String about, ObjectNode value) {
        ofAnItem(about, value);
        defaultTo(value, "kind", text("ISSUE_COMMENT"));
        boolean onCode = value.path("kind").asText().equals("REVIEW_COMMENT");
        defaultTo(value, "subject", text(onCode ? "PULL_REQUEST" : "ISSUE"));
        defaultTo(value, "body", text("A comment."));
        seen(value, "createdAt");
    }

    private static void review(String about, ObjectNode value) {
        ofAnItem(about, value);
        defaultTo(value, "observedAt", value.path("submittedAt"));
    }

    private static void repository(String about, ObjectNode value) {
        defaultTo(value, "fullName", text(about));
        defaultTo(
                value,
                "htmlUrl",
                text("https://github.com/" + value.path("fullName").asText()));
        defaultTo(value, "defaultBranch", text("main"));
        defaultTo(value, "historyComplete", value.booleanNode(true));
        defaultTo(value, "createdAt", value.path("observedAt"));
    }

    private static void people(ObjectNode value) {
        value.withArray("home");
        value.withArray("addedBots");
        value.withArray("removedBots");
        value.withArray("people").forEach(person -> ((ObjectNode) person).withArray("ids"));
    }

    private static void ofAnItem(String about, ObjectNode value) {
        int hash = about.indexOf('#');
        defaultTo(value, "repository", text(about.substring(0, hash)));
        defaultTo(value, "number", value.numberNode(Long.parseLong(about.substring(hash + 1))));
        defaultTo(value, "authorAssociation", text("NONE"));
    }

    private static void seen(ObjectNode value, String made) {
        defaultTo(value, "updatedAt", value.path(made));
        defaultTo(value, "observedAt", value.path("updatedAt"));
    }

    private static void defaultTo(ObjectNode value, String field, JsonNode fallback) {
        if (!value.has(field)) {
            value.set(field, fallback);
        }
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    private static Schema schema(Class<? extends SpecificRecord> type) {
        return SpecificData.get().getSchema(type);
    }

    /**
     * What the values of a topic are.
     *
     * @param schema their schema
     * @param defaults completes a value, given what it is about
     */
    private record Kind(Schema schema, BiConsumer<String, ObjectNode> defaults) {}
}
