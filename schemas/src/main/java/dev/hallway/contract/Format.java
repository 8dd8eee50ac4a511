// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * How keys or values of a topic are written.
 *
 * @param <T> type of the key or value
 */
public sealed interface Format<T> {

    /** A serde for this format; the caller closes it. */
    Serde<T> serde(SchemaRegistry registry, boolean isKey);

    /** UTF-8 text. */
    record Text() implements Format<String> {
        @Override
        public Serde<String> serde(SchemaRegistry registry, boolean isKey) {
            return Serdes.String();
        }
    }

    /** Bytes as they came. */
    record Raw() implements Format<byte[]> {
        @Override
        public Serde<byte[]> serde(SchemaRegistry registry, boolean isKey) {
            return Serdes.ByteArray();
        }
    }

    /**
     * Avro in Confluent's wire format, by Confluent's own serializer and deserializer.
     *
     * @param <T> the generated class
     * @param type the generated class
     */
    record Avro<T extends SpecificRecord>(Class<T> type) implements Format<T> {

        /** Has Avro trust the class. */
        public Avro {
            TrustedRecords.trust();
        }

        /** The schema this version of Hallway writes. */
        public Schema schema() {
            return SpecificData.get().getSchema(type);
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // Confluent's classes are not generic; the schema guards the type.
        public Serde<T> serde(SchemaRegistry registry, boolean isKey) {
            Map<String, Object> config = new HashMap<>(registry.clientConfig());
            config.put(KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG, true);
            config.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
            config.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_VALUE_TYPE_CONFIG, type.getName());
            Serializer serializer = new KafkaAvroSerializer();
            serializer.configure(config, isKey);
            Deserializer deserializer = new KafkaAvroDeserializer();
            deserializer.configure(config, isKey);
            return Serdes.serdeFrom(serializer, deserializer);
        }
    }
}
