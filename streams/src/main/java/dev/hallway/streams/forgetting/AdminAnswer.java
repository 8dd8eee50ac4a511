// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what Kafka answers to an administrator. */
final class AdminAnswer {

    private AdminAnswer() {}

    /** The answer, or what Kafka throws instead. */
    static <T> T of(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException("Kafka did not answer.", refused);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
