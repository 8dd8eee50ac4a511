// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ProcessorStateException;

/** Says why the topology stopped, and what to do about it. */
public final class StopReason {

    private StopReason() {}

    /** One sentence or two for the user. */
    public static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException tooLarge) {
                return "Kafka does not take a record of this size: " + tooLarge.getMessage()
                        + " Raise max.message.bytes of the topic (message.max.bytes of the brokers for new ones) and"
                        + " producer.max.request.size, and start again: nothing is lost.";
            }
            if (cause instanceof ProcessorStateException unusable) {
                return "The stores cannot be used: " + innermost(unusable)
                        + " Make the files of the state directory readable and writable for this user, or delete them: they"
                        + " are rebuilt from Kafka. If the disk is full, make room.";
            }
        }
        return "The metrics cannot be computed any further: " + failure.getMessage() + " The log has the details.";
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return failure.getMessage() + " (" + innermost.getMessage() + ").";
    }
}
