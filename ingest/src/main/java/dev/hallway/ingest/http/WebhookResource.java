// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import dev.hallway.ingest.webhook.DeliveryListener;
import dev.hallway.ingest.webhook.DeliveryOutcome;
import dev.hallway.ingest.webhook.DeliveryReceiver;
import dev.hallway.ingest.webhook.WebhookSecrets;
import dev.hallway.service.http.Problem;
import dev.hallway.service.http.Problems;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives deliveries.
 *
 * <p>No part of a payload is read before its signature is verified, and the answer to a wrong one says no more than
 * that.
 */
final class WebhookResource {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookResource.class);
    private static final Pattern EVENT = Pattern.compile("[a-z_]{1,64}");
    private static final Pattern DELIVERY = Pattern.compile("[0-9A-Za-z-]{1,72}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final String OTHER = "other";

    private final Optional<WebhookSecrets> secrets;
    private final DeliveryReceiver receiver;
    private final DeliveryListener listener;
    private final PayloadReader payloads = new PayloadReader();

    WebhookResource(Optional<WebhookSecrets> secrets, DeliveryReceiver receiver, DeliveryListener listener) {
        this.secrets = secrets;
        this.receiver = receiver;
        this.listener = listener;
    }

    void deliver(Context context) throws IOException {
        try {
            deliverChecked(context);
        } catch (Problem.Found problem) {
            listener.answered(OTHER, problem.status() == 401 ? "unsigned" : "refused");
            throw problem;
        }
    }

    private void deliverChecked(Context context) throws IOException {
        WebhookSecrets known = secrets.orElseThrow(() -> new Problem.Found(
                403,
                "This ingest accepts no webhooks: set " + WebhookSecrets.VARIABLE
                        + " to the webhook's secret and start it again."));
        String signature = header(context, "X-Hub-Signature-256").orElse("");
        if (!WebhookSecrets.isSignature(signature)) {
            throw new Problem.Found(
                    401,
                    "The header X-Hub-Signature-256 is missing or not a signature: give the webhook a secret on GitHub.");
        }
        String event = header(context, "X-GitHub-Event")
                .filter(name -> EVENT.matcher(name).matches())
                .orElseThrow(() -> new Problem.Found(400, "The header X-GitHub-Event is missing or names no event."));
        String delivery = header(context, "X-GitHub-Delivery")
                .filter(id -> DELIVERY.matcher(id).matches())
                .orElseThrow(
                        () -> new Problem.Found(400, "The header X-GitHub-Delivery is missing or names no delivery."));
        requireJson(context);
        DeliveryOutcome outcome = payloads.read(context.bodyInputStream(), announced(context), payload -> {
            if (!known.signed(payload, signature)) {
                throw new Problem.Found(
                        401,
                        "The signature does not match this payload and the secret of this ingest: set the"
                                + " webhook's secret on GitHub to the one in " + WebhookSecrets.VARIABLE + ".");
            }
            return receiver.receive(event, payload);
        });
        LOG.debug("Delivery {} of {}: {}", delivery, event, outcome);
        answer(context, outcome);
    }

    private static long announced(Context context) {
        return header(context, "Content-Length")
                .filter(length -> LENGTH.matcher(length).matches())
                .map(Long::parseLong)
                .orElse(-1L);
    }

    private static void requireJson(Context context) {
        String type = header(context, "Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";", -1)[0].strip().equals("application/json")) {
            throw new Problem.Found(
                    415, "Only application/json is accepted: choose it as the webhook's content type on GitHub.");
        }
    }

    private static void answer(Context context, DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Recorded recorded) {
            accepted(context, Map.of("recorded", recorded.subject(), "repository", recorded.repository()));
        } else if (outcome instanceof DeliveryOutcome.Noted noted) {
            accepted(context, Map.of("noted", noted.what()));
        } else if (outcome instanceof DeliveryOutcome.Refused refused) {
            Problems.answer(context, status(refused.rule()), refused.reason());
        } else if (outcome instanceof DeliveryOutcome.Unavailable unavailable) {
            Problems.answer(context, 503, unavailable.reason());
        }
    }

    private static int status(DeliveryOutcome.Rule rule) {
        return switch (rule) {
            case UNREADABLE -> 400;
            case UNKNOWN_REPOSITORY -> 404;
            case UNWANTED_EVENT, TOO_LARGE -> 422;
        };
    }

    private static void accepted(Context context, Map<String, String> answer) {
        context.status(202).contentType("application/json").result(JsonWriter.bytes(answer));
    }

    private static Optional<String> header(Context context, String name) {
        return Optional.ofNullable(context.header(name));
    }
}
