// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

/** The result of writing one record. */
public sealed interface Write {

    /** Every in-sync replica has it. */
    record Durable() implements Write {}

    /** Kafka accepts no record of that size. */
    record TooLarge() implements Write {}

    /** It is not known to be written; writing it again does no harm. */
    record Unavailable(String reason) implements Write {}
}
