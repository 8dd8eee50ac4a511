// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

/** What came of asking by themselves for comments that a list lacked. */
sealed interface Confirmation {

    /** Every one of them is gone. */
    record Complete() implements Confirmation {}

    /** So many that the rest has to wait. */
    record Unfinished() implements Confirmation {}

    /** One of them is there: the list is not to be believed. */
    record Refuted() implements Confirmation {}

    /** GitHub gave no usable answer about one of them. */
    record Unanswered(long item, String reason) implements Confirmation {}

    /** GitHub does not accept the token. */
    record Unauthorized(Step.Stopped step) implements Confirmation {}
}
