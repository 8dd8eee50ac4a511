// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The value schemas of the contract topics as this version registers them. */
final class ValueSchemas {

    private ValueSchemas() {}

    /** Schemas by subject, sorted; a topic whose values are raw bytes has none. */
    static Map<String, Schema> bySubject() {
        Map<String, Schema> schemas = new TreeMap<>();
        for (Topic<?, ?> topic : Topics.ALL) {
            if (topic.value() instanceof Format.Avro<?> avro) {
                schemas.put(subject(topic), registered(avro));
            }
        }
        return schemas;
    }

    /** The subject under Confluent's TopicNameStrategy. */
    static String subject(Topic<?, ?> topic) {
        return topic.name() + "-value";
    }

    /** The schema without the properties that only Java's classes need: what the serializer registers. */
    static Schema registered(Format.Avro<?> avro) {
        Object empty = SpecificData.newInstance(avro.type(), avro.schema());
        return AvroSchemaUtils.getSchema(empty, false, false, true);
    }

    /** Every record and enum of a schema, each once, in the order in which a reader meets them. */
    static List<Schema> namedTypes(Schema schema) {
        List<Schema> types = new ArrayList<>();
        visit(schema, types);
        return types;
    }

    private static void visit(Schema schema, List<Schema> met) {
        switch (schema.getType()) {
            case RECORD -> {
                if (!met.contains(schema)) {
                    met.add(schema);
                    schema.getFields().forEach(field -> visit(field.schema(), met));
                }
            }
            case ENUM -> {
                if (!met.contains(schema)) {
                    met.add(schema);
                }
            }
            case UNION -> schema.getTypes().forEach(branch -> visit(branch, met));
            case ARRAY -> visit(schema.getElementType(), met);
            case MAP -> visit(schema.getValueType(), met);
            default -> {
                // Nothing named inside.
            }
        }
    }
}
