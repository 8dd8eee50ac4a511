// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.streams.failure.PoisonFactHandler;
import dev.hallway.streams.failure.PoisonRecordHandler;
import dev.hallway.streams.failure.UnwritableRecordHandler;
import dev.hallway.streams.operations.DeadLetterMeter;
import dev.hallway.streams.publication.CommitPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The runtime policy, in one place.
 *
 * <p>Precedence, weakest first: these defaults; the user's Kafka properties; what correctness rests on, which nobody can
 * turn off.
 */
public final class RuntimePolicy {

    /** The application id: consumer group, prefix of internal topics, and name of the state. */
    public static final String APPLICATION_ID = "hallway-6";

    // Only what is still to be derived is gathered before it is written.
    private static final long CACHE_BYTES = 16L << 20;

    private RuntimePolicy() {}

    /** The configuration of the topology; what is set aside is not counted. */
    public static StreamsConfig config(StreamsSettings settings, String queriesAt) {
        return config(settings, queriesAt, DeadLetterMeter.unread());
    }

    /**
     * The configuration of the topology.
     *
     * @param queriesAt {@code host:port} at which it serves queries
     * @param deadLetters counts what is set aside
     */
    public static StreamsConfig config(StreamsSettings settings, String queriesAt, DeadLetterMeter deadLetters) {
        Map<String, Object> config = defaults(settings, queriesAt);
        config.putAll(settings.kafka());
        config.putAll(invariants());
        config.put(DeadLetterMeter.CONFIG, deadLetters);
        return new StreamsConfig(config);
    }

    /**
     * The configuration of the consumer that follows what is published, with what the user says of consumers.
     *
     * @param config that of the topology
     */
    static Map<String, Object> changesConsumer(StreamsConfig config) {
        // Like the consumers of global tables, it belongs to no group and reads every partition.
        Map<String, Object> consumer = config.getGlobalConsumerConfigs("hallway-changes");
        // Two of one name would share their metrics.
        consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, "hallway-changes-" + UUID.randomUUID());
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // It says so when it has missed something, rather than go on somewhere else.
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Values are fetched with the keys and thrown away.
        consumer.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
        consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 << 10);
        return consumer;
    }

    private static Map<String, Object> defaults(StreamsSettings settings, String queriesAt) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        defaults.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        defaults.put(StreamsConfig.APPLICATION_SERVER_CONFIG, queriesAt);
        defaults.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        defaults.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        defaults.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        // While records stream in; otherwise each task asks for a commit at once. Kafka Streams ends a transaction that
        // takes 10 s.
        defaults.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 5_000);
        // A thread that waits for records does not look whether there is anything to derive.
        defaults.put(StreamsConfig.POLL_MS_CONFIG, CommitPolicy.LOOK.toMillis());
        // The figures do not depend on the order of records, so no task need wait for its other inputs.
        defaults.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        defaults.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        defaults.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        defaults.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2_000);
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // Everything else is far smaller.
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topic.LARGEST_AS_IT_CAME);
        // Nobody reads before the commit, which sends everything at once; until then, batches may grow.
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 200);
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 << 10);
        // While the broker still completes the last transaction it turns requests away; several under way at once would
        // then arrive out of order, and each be turned away again.
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 10);
        // Without this, Kafka Streams warns at every start.
        defaults.put("processing.exception.handler.global.enabled", true);
        return defaults;
    }

    private static Map<String, Object> invariants() {
        return Map.of(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true,
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                PoisonRecordHandler.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                PoisonFactHandler.class,
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                UnwritableRecordHandler.class,
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                Topics.DEAD_LETTERS.name());
    }
}
