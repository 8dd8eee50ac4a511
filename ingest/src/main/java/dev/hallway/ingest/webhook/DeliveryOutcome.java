// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

/** The outcome of a delivery whose signature is right. */
public sealed interface DeliveryOutcome {

    /** It is durable in Kafka. */
    record Recorded(String subject, String repository) implements DeliveryOutcome {}

    /** It was understood, and there was nothing to write. */
    record Noted(String what) implements DeliveryOutcome {}

    /** It cannot be accepted, now or later. */
    record Refused(Rule rule, String reason) implements DeliveryOutcome {}

    /** Kafka or the schema registry cannot be reached; nothing was acknowledged. */
    record Unavailable(String reason) implements DeliveryOutcome {}

    /** Which rule a delivery broke. */
    enum Rule {
        /** It is not JSON of the shape that GitHub documents. */
        UNREADABLE,
        /** An event that is not accepted. */
        UNWANTED_EVENT,
        /** A repository that is not read here. */
        UNKNOWN_REPOSITORY,
        /** A record that is too large for Kafka. */
        TOO_LARGE
    }
}
