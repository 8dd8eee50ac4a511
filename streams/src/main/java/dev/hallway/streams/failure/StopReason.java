// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import dev.hallway.service.command.HallwayExitCode;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ProcessorStateException;

/**
 * Why the topology stopped or did not start.
 *
 * @param exitCode what the process ends with
 * @param sentence what happened and what to do about it, for the user
 */
public record StopReason(HallwayExitCode exitCode, String sentence) {

    /** The reason that a failure tells, however deep its cause lies. */
    public static StopReason of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException tooLarge) {
                return new StopReason(
                        HallwayExitCode.FAILED,
                        "Kafka does not take a record of this size: " + tooLarge.getMessage()
                                + " Raise max.message.bytes of the topic (message.max.bytes of the brokers for new ones)"
                                + " and producer.max.request.size, and start again: nothing is lost.");
            }
            if (cause instanceof ProcessorStateException unusable) {
                return new StopReason(
                        HallwayExitCode.DATA_DIRECTORY,
                        "The stores cannot be used: " + innermost(unusable)
                                + " Make the files of the state directory readable and writable for this user, or delete"
                                + " them: they are rebuilt from Kafka. If the disk is full, make room.");
            }
        }
        return new StopReason(
                HallwayExitCode.FAILED,
                "The metrics cannot be computed any further: " + failure.getMessage() + " The log has the details.");
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return failure.getMessage() + " (" + innermost.getMessage() + ").";
    }
}
