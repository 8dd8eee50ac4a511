// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

/** Told about deliveries; called on the threads that receive them. */
public interface DeliveryListener {

    /**
     * A delivery was answered.
     *
     * @param event GitHub's name of the event; {@code other} if it is not one that is taken or is not known to be GitHub's
     * @param outcome one word for what became of it
     */
    default void answered(String event, String outcome) {}

    /** A snapshot is durable in Kafka. */
    default void recorded(Content.Fact fact) {}

    /** Something happened to the repository itself, which only a poll tells in full. */
    default void repositoryChanged(String repository) {}
}
