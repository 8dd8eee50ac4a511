// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what Kafka answers. */
final class KafkaAnswer {

    private KafkaAnswer() {}

    /** The answer, or what Kafka throws instead. */
    static <T> T of(Future<T> answer) {
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
