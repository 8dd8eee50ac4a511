// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Reads the values of all input topics, each by the serde of its own topic. */
final class FactSerde {

    private FactSerde() {}

    static Serde<SpecificRecord> over(SchemaRegistry registry) {
        Map<String, Deserializer<? extends SpecificRecord>> deserializers = new HashMap<>();
        for (Topic<String, ? extends SpecificRecord> topic : Topics.INPUTS) {
            deserializers.put(topic.name(), topic.valueSerde(registry).deserializer());
        }
        Serializer<SpecificRecord> nobodyWrites = (topic, value) -> {
            throw new UnsupportedOperationException("Streams writes nothing to " + topic + ".");
        };
        return Serdes.serdeFrom(nobodyWrites, (topic, bytes) -> Objects.requireNonNull(deserializers.get(topic), topic)
                .deserialize(topic, bytes));
    }
}
