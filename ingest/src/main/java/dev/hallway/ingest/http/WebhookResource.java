// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import dev.hallway.ingest.tracing.DeliveryTraces;
import dev.hallway.ingest.webhook.DeliveryListener;
import dev.hallway.ingest.webhook.DeliveryOutcome;
import dev.hallway.ingest.webhook.DeliveryReceiver;
import dev.hallway.ingest.webhook.WebhookSecrets;
import dev.hallway.service.http.Bodies;
import dev.hallway.service.http.Problem;
import dev.hallway.service.http.Problems;
import io.javalin.http.Context;
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
    private static final String OTHER = "other";

    /** GitHub sends no payload larger than 25 MB. */
    static final int LARGEST = 25 * 1024 * 1024;

    private final Optional<WebhookSecrets> secrets;
    private final DeliveryReceiver receiver;
    private final DeliveryListener listener;
    private final DeliveryTraces traces;
    private final Bodies bodies;

    WebhookResource(
            Optional<WebhookSecrets> secrets,
            DeliveryReceiver receiver,
            DeliveryListener listener,
            DeliveryTraces traces,
            Bodies bodies) {
        this.secrets = secrets;
        this.receiver = receiver;
        this.listener = listener;
        this.traces = traces;
        this.bodies = bodies;
    }

    void deliver(Context context) {
        try {
            deliverChecked(context);
        } catch (Problem.Found problem) {
            count(problem);
            throw problem;
        }
    }

    private void count(Problem.Found problem) {
        listener.answered(OTHER, problem.status() == 401 ? "unsigned" : "refused");
    }

    private void deliverChecked(Context context) {
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
        bodies.read(context, LARGEST, new Bodies.Use() {
            @Override
            public void take(byte[] payload) {
                if (!known.signed(payload, signature)) {
                    Problem.Found problem = unsigned();
                    count(problem);
                    throw problem;
                }
                DeliveryOutcome outcome = traces.receive(event, delivery, () -> receiver.receive(event, payload));
                LOG.debug("Delivery {} of {}: {}", delivery, event, outcome);
                answer(context, outcome);
            }

            @Override
            public void refused(Problem.Found problem) {
                count(problem);
            }
        });
    }

    private static Problem.Found unsigned() {
        return new Problem.Found(
                401,
                "The signature does not match this payload and the secret of this ingest: set the webhook's secret on"
                        + " GitHub to the one in " + WebhookSecrets.VARIABLE + ".");
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
