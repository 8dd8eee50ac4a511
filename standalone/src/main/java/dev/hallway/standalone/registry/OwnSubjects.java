// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import dev.hallway.contract.Format;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * The subjects of Hallway's topics, which only Hallway itself writes.
 *
 * @param schemas the schema that this version writes, by subject
 */
record OwnSubjects(Map<String, AvroSchema> schemas) {

    /** Copies them. */
    OwnSubjects {
        schemas = Map.copyOf(schemas);
    }

    /** Those of all topics. */
    static OwnSubjects ofTopics() {
        Map<String, AvroSchema> schemas = new TreeMap<>();
        for (Topic<?, ?> topic : Topics.ALL) {
            add(schemas, topic.name() + "-key", topic.key());
            add(schemas, topic.name() + "-value", topic.value());
        }
        return new OwnSubjects(schemas);
    }

    boolean contains(String subject) {
        return schemas.containsKey(subject);
    }

    private static void add(Map<String, AvroSchema> schemas, String subject, Format<?> format) {
        if (format instanceof Format.Avro<?> avro) {
            schemas.put(subject, new AvroSchema(asSerialized(avro.schema())));
        }
    }

    /** Confluent's serializer leaves out what only Java needs to know. */
    private static Schema asSerialized(Schema schema) {
        return AvroSchemaUtils.getSchema(new GenericData.Record(schema), false, false, true);
    }
}
