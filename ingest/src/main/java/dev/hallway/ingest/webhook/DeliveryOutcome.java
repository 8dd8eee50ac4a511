// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

/** What became of a delivery whose signature is right. */
public sealed interface DeliveryOutcome {

    /** It is durable in Kafka. */
    record Recorded(String subject, String repository) implements DeliveryOutcome {}

    /** It was understood, and there is nothing to write. */
    record Noted(String what) implements DeliveryOutcome {}

    /** It cannot be taken, now or later. */
    record Refused(Rule rule, String reason) implements DeliveryOutcome {}

    /** Kafka or the schema registry cannot be reached; nothing of it was promised. */
    record Unavailable(String reason) implements DeliveryOutcome {}

    /** Which rule a delivery broke. */
    enum Rule {
        /** It is no JSON of the shape that GitHub documents. */
        UNREADABLE,
        /** An event that is not taken. */
        UNWANTED_EVENT,
        /** A repository that is not read here. */
        UNKNOWN_REPOSITORY,
        /** A record that Kafka would not take. */
        TOO_LARGE
    }
}
