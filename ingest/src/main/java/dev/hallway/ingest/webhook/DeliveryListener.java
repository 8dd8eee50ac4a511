// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

/** Is notified of deliveries, on the threads that receive them. */
public interface DeliveryListener {

    /**
     * A delivery was answered.
     *
     * @param event GitHub's name of the event; {@code other} if it is not an accepted one or is not known to come from
     *     GitHub
     * @param outcome the outcome in one word
     */
    default void answered(String event, String outcome) {}

    /** A snapshot is durable in Kafka. */
    default void recorded(Content.Fact fact) {}

    /** Something happened to the repository itself, which only a poll shows in full. */
    default void repositoryChanged(String repository) {}
}
