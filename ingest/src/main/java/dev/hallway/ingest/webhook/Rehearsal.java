// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.ingest.publish.FactSink;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.service.forgotten.Withholding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes a delivery that GitHub never made up to the point of writing it, so that the first real one finds
 * everything ready: the classes, the schemas in the registry, the connection to Kafka. Nothing is written.
 */
public final class Rehearsal {

    private static final String REPOSITORY = "rehearsal/rehearsal";
    private static final String UNSIGNED = "sha256=" + "0".repeat(64);
    private static final List<WebhookEvent> EVENTS = List.of(
            WebhookEvent.ISSUES,
            WebhookEvent.ISSUE_COMMENT,
            WebhookEvent.PULL_REQUEST,
            WebhookEvent.PULL_REQUEST_REVIEW,
            WebhookEvent.PULL_REQUEST_REVIEW_COMMENT);
    // Everything that any of these events needs, in one payload.
    private static final String DELIVERY = """
            {"action": "created",
             "issue": {"id": 1, "number": 1, "html_url": "https://github.com/rehearsal/rehearsal/issues/1",
              "title": "Rehearsal", "body": "", "state": "open", "user": {"id": 1, "login": "nobody", "type": "User"},
              "author_association": "NONE", "labels": [],
              "created_at": "2000-01-01T00:00:00Z", "updated_at": "2000-01-01T00:00:00Z"},
             "pull_request": {"id": 2, "number": 2, "html_url": "https://github.com/rehearsal/rehearsal/pull/2",
              "title": "Rehearsal", "body": "", "state": "open", "user": {"id": 1, "login": "nobody", "type": "User"},
              "author_association": "NONE", "labels": [], "draft": false, "merged_at": null, "base": {"ref": "main"},
              "created_at": "2000-01-01T00:00:00Z", "updated_at": "2000-01-01T00:00:00Z"},
             "review": {"id": 3, "state": "approved", "body": "", "user": {"id": 1, "login": "nobody", "type": "User"},
              "author_association": "NONE", "submitted_at": "2000-01-01T00:00:00Z"},
             "comment": {"id": 4, "html_url": "https://github.com/rehearsal/rehearsal/pull/2#issuecomment-4",
              "issue_url": "https://api.github.com/repos/rehearsal/rehearsal/issues/2",
              "pull_request_url": "https://api.github.com/repos/rehearsal/rehearsal/pulls/2",
              "body": "", "user": {"id": 1, "login": "nobody", "type": "User"}, "author_association": "NONE",
              "created_at": "2000-01-01T00:00:00Z", "updated_at": "2000-01-01T00:00:00Z"}}""";

    private final WebhookSecrets secrets;
    private final FactSink sink;

    /** A rehearsal for deliveries that are signed with the given secrets and written to the given sink. */
    public Rehearsal(WebhookSecrets secrets, FactSink sink) {
        this.secrets = secrets;
        this.sink = sink;
    }

    /** Runs it; false if Kafka or the schema registry could not be reached. */
    public boolean hold() {
        boolean real = secrets.signed(DELIVERY.getBytes(StandardCharsets.UTF_8), UNSIGNED);
        if (real) {
            throw new IllegalStateException("A signature of zeros is nobody's.");
        }
        JsonNode payload = payload();
        List<OutgoingRecord<?>> records = new ArrayList<>();
        for (WebhookEvent event : EVENTS) {
            records.add(((Content.Fact) Payloads.read(event, payload, REPOSITORY, Withholding.NOBODY)).record());
        }
        return sink.prepare(records);
    }

    private static JsonNode payload() {
        try {
            return new ObjectMapper().readTree(DELIVERY);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The delivery above is JSON.", impossible);
        }
    }
}
