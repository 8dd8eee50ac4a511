// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import org.apache.kafka.common.utils.Bytes;

/** What becomes of the latest record of a key. */
sealed interface Rewrite {

    /** It names nobody who is to be forgotten. */
    record Kept() implements Rewrite {}

    /**
     * Another takes its place.
     *
     * @param value as the topic's serde writes it
     */
    record Replaced(Bytes value) implements Rewrite {}

    /** It is withdrawn. */
    record Withdrawn() implements Rewrite {}
}
