// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.service.forgotten.Forgotten;
import java.util.Map;

/** Finds out which accounts were forgotten. */
@FunctionalInterface
public interface ForgottenLookup {

    /**
     * Looks.
     *
     * @param kafka properties of Kafka's clients
     * @param registry where the schemas are
     * @throws org.apache.kafka.common.KafkaException if Kafka or the registry cannot be reached
     */
    Forgotten look(Map<String, Object> kafka, SchemaRegistry registry);
}
