// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/** A later ingest with the same id has taken over: Kafka accepts nothing more from this one. */
public final class SupersededException extends KafkaException {

    private static final long serialVersionUID = 1L;

    SupersededException(String ingestId, KafkaException told) {
        super(
                "Another ingest with the id '" + ingestId
                        + "' has started on this Kafka and taken over; this one stops."
                        + " Nothing is lost: the other continues after the last committed page. Run only one, or give each its own --ingest-id"
                        + " and its own repositories.",
                told);
    }

    /** Whether Kafka reports that. */
    static boolean isReportedBy(KafkaException failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }
}
