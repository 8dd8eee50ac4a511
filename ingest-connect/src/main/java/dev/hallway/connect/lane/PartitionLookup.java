// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import dev.hallway.contract.InputPartitions;
import java.util.Map;

/** Finds out how the topics of the records are partitioned. */
@FunctionalInterface
public interface PartitionLookup {

    /**
     * Looks.
     *
     * @param kafka properties of Kafka's clients
     * @throws org.apache.kafka.common.KafkaException if Kafka refuses or cannot be reached
     */
    InputPartitions.Found look(Map<String, Object> kafka) throws InterruptedException;
}
