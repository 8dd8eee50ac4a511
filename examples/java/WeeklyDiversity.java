// SPDX-License-Identifier: Apache-2.0

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints how many people contributed in a week, and how evenly, whenever a figure changes.
 *
 * <p>It knows Kafka, a schema registry, and the contract in docs/contracts; nothing of Hallway's code. Stop it with
 * Ctrl+C.
 */
final class WeeklyDiversity {

    private static final String TOPIC = "hallway.metrics.contributor-diversity";

    private WeeklyDiversity() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Usage: WeeklyDiversity KAFKA SCHEMA_REGISTRY, as ./hallway up prints them:"
                    + " 127.0.0.1:33187 http://127.0.0.1:46565");
            System.exit(2);
        }
        Map<String, Object> config = Map.of(
                "bootstrap.servers", arguments[0],
                "schema.registry.url", arguments[1],
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", KafkaAvroDeserializer.class,
                // Rows are written in transactions.
                "isolation.level", "read_committed");
        try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(config)) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            // The topic is compacted: from its beginning it tells every week as it stands.
            consumer.seekToBeginning(partitions);
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(row -> System.out.println(line(row)));
            }
        }
    }

    private static String line(ConsumerRecord<String, GenericRecord> row) {
        GenericRecord week = row.value();
        if (week == null) {
            return row.key() + ": withdrawn";
        }
        // Missing is not zero: with nobody to count, there is no absence factor.
        Object absenceFactor = week.get("absenceFactor") == null ? "unavailable" : week.get("absenceFactor");
        return row.key() + ": " + week.get("contributors") + " contributors, " + week.get("newcomers")
                + " of them new; absence factor " + absenceFactor;
    }
}
