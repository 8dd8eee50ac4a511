// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.ingest.publish.FactSink;
import dev.hallway.ingest.publish.Write;
import dev.hallway.service.forgotten.Forgotten;
import dev.hallway.service.forgotten.Withholding;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Processes deliveries whose signature is right: reads them, and writes before it answers. Safe for several threads.
 */
public final class DeliveryReceiver {

    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}");

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final FollowedRepositories followed;
    private final FactSink sink;
    private final DeliveryListener listener;
    private volatile Withholding withholding = Withholding.NOBODY;

    /** A receiver that writes to the given sink, which the caller closes. */
    public DeliveryReceiver(FollowedRepositories followed, FactSink sink, DeliveryListener listener) {
        this.followed = followed;
        this.sink = sink;
        this.listener = listener;
    }

    /** From now on, leaves out the accounts that were forgotten. */
    public void withhold(Forgotten forgotten) {
        withholding = new Withholding(forgotten);
    }

    /** Processes one delivery. */
    public DeliveryOutcome receive(String eventName, byte[] payload) {
        Optional<WebhookEvent> event = WebhookEvent.named(eventName);
        DeliveryOutcome outcome = event.map(known -> receive(known, payload))
                .orElseGet(() -> new DeliveryOutcome.Refused(
                        DeliveryOutcome.Rule.UNWANTED_EVENT,
                        "The event '" + eventName
                                + "' is not recorded; untick it in the webhook's settings. Accepted are "
                                + WebhookEvent.titles() + "."));
        listener.answered(event.map(WebhookEvent::title).orElse("other"), outcome(outcome));
        return outcome;
    }

    private DeliveryOutcome receive(WebhookEvent event, byte[] payload) {
        JsonNode root;
        try {
            root = json.readTree(payload);
        } catch (IOException notJson) {
            return refused(DeliveryOutcome.Rule.UNREADABLE, "The payload is not JSON, though its signature is right.");
        }
        if (!root.isObject()) {
            return refused(DeliveryOutcome.Rule.UNREADABLE, "The payload is JSON but not an object.");
        }
        return switch (event) {
            case PING -> new DeliveryOutcome.Noted("pong");
            case INSTALLATION -> new DeliveryOutcome.Noted("installation");
            case REPOSITORY, ISSUES, ISSUE_COMMENT, PULL_REQUEST, PULL_REQUEST_REVIEW, PULL_REQUEST_REVIEW_COMMENT ->
                ofRepository(event, root);
        };
    }

    private DeliveryOutcome ofRepository(WebhookEvent event, JsonNode root) {
        JsonNode repository = root.path("repository");
        String fullName = repository.path("full_name").asText("");
        if (!repository.path("id").canConvertToLong()
                || !REPOSITORY.matcher(fullName).matches()) {
            return refused(
                    DeliveryOutcome.Rule.UNREADABLE, "The payload's 'repository' has no 'id' or no 'full_name'.");
        }
        if (!root.path("action").isTextual()) {
            return refused(DeliveryOutcome.Rule.UNREADABLE, "The payload's 'action' is not a string.");
        }
        Optional<String> name = followed.recordedAs(repository.path("id").longValue(), fullName);
        if (name.isEmpty()) {
            return refused(
                    DeliveryOutcome.Rule.UNKNOWN_REPOSITORY,
                    fullName + " is not read by this ingest: name it among its repositories, or remove the webhook.");
        }
        if (event == WebhookEvent.REPOSITORY) {
            listener.repositoryChanged(name.get());
            return new DeliveryOutcome.Noted("repository");
        }
        return write(Payloads.read(event, root, name.get(), withholding), name.get());
    }

    private DeliveryOutcome write(Content content, String repository) {
        if (content instanceof Content.Unreadable unreadable) {
            return refused(DeliveryOutcome.Rule.UNREADABLE, "The payload cannot be read: " + unreadable.reason() + ".");
        }
        Content.Fact fact = (Content.Fact) content;
        Write write = sink.write(fact.record());
        if (write instanceof Write.TooLarge) {
            return refused(
                    DeliveryOutcome.Rule.TOO_LARGE, "Kafka accepts no record as large as " + fact.subject() + ".");
        }
        if (write instanceof Write.Unavailable unavailable) {
            return new DeliveryOutcome.Unavailable(unavailable.reason());
        }
        listener.recorded(fact);
        return new DeliveryOutcome.Recorded(fact.subject(), repository);
    }

    private static DeliveryOutcome refused(DeliveryOutcome.Rule rule, String reason) {
        return new DeliveryOutcome.Refused(rule, reason);
    }

    private static String outcome(DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Recorded) {
            return "recorded";
        }
        if (outcome instanceof DeliveryOutcome.Noted) {
            return "noted";
        }
        return outcome instanceof DeliveryOutcome.Unavailable ? "unavailable" : "refused";
    }
}
