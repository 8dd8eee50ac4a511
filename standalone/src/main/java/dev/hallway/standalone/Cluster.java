// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.contract.SchemaRegistry;
import java.util.Map;

/**
 * The Kafka and the schema registry the parts work with.
 *
 * @param kafka properties of the Kafka clients
 * @param registry where schemas are
 */
public record Cluster(Map<String, Object> kafka, SchemaRegistry registry) {

    /** Copies the properties. */
    public Cluster {
        kafka = Map.copyOf(kafka);
    }
}
