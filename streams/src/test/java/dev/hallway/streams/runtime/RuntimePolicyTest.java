// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.streams.failure.PoisonFactHandler;
import dev.hallway.streams.failure.PoisonRecordHandler;
import dev.hallway.streams.http.HttpSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.Options;

class RuntimePolicyTest {

    private static final Path STATE = Path.of("state");

    static Stream<Arguments> defaults() {
        return Stream.of(
                Arguments.of("application.id", "hallway-6", "other"),
                Arguments.of("state.dir", STATE.toString(), "elsewhere"),
                Arguments.of("application.server", "127.0.0.1:8080", "streams-2:8080"),
                Arguments.of("num.stream.threads", 3, 5),
                Arguments.of("statestore.cache.max.bytes", 16L << 20, 1024L),
                Arguments.of("replication.factor", -1, 3),
                Arguments.of("commit.interval.ms", 5_000L, 1_000L),
                Arguments.of("poll.ms", 20L, 100L),
                Arguments.of("processing.exception.handler.global.enabled", true, false),
                Arguments.of("rocksdb.config.setter", BoundedRocksDb.class, UnboundedRocksDb.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defaults")
    void shouldSetADefault(String property, Object expected, Object other) {
        // When
        StreamsConfig config = config(Map.of());

        // Then
        assertThat(values(config)).containsEntry(property, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defaults")
    void shouldLetTheUserOverrideADefault(String property, Object expected, Object other) {
        // When
        StreamsConfig config = config(Map.of(property, other));

        // Then
        assertThat(values(config)).containsEntry(property, other).doesNotContainEntry(property, expected);
    }

    static Stream<Arguments> clientDefaults() {
        return Stream.of(
                Arguments.of("consumer.auto.offset.reset", "earliest", "latest"),
                Arguments.of("consumer.max.poll.records", 2_000, 10),
                Arguments.of("producer.compression.type", "lz4", "zstd"),
                Arguments.of("producer.linger.ms", 200, 0),
                Arguments.of("producer.max.in.flight.requests.per.connection", 1, 5),
                Arguments.of("producer.retry.backoff.ms", 10, 100),
                Arguments.of("producer.batch.size", 65_536, 16_384));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clientDefaults")
    void shouldSetADefaultOfAClient(String property, Object expected, Object other) {
        // When
        StreamsConfig config = config(Map.of());

        // Then
        assertThat(config.originals()).containsEntry(property, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clientDefaults")
    void shouldLetTheUserOverrideADefaultOfAClient(String property, Object expected, Object other) {
        // When
        StreamsConfig config = config(Map.of(property, other));

        // Then
        assertThat(config.originals()).containsEntry(property, other).doesNotContainEntry(property, expected);
    }

    static Stream<Arguments> invariants() {
        return Stream.of(
                Arguments.of("processing.guarantee", "exactly_once_v2", "at_least_once"),
                Arguments.of("ensure.explicit.internal.resource.naming", true, false),
                Arguments.of(
                        "deserialization.exception.handler",
                        PoisonRecordHandler.class,
                        LogAndContinueExceptionHandler.class),
                Arguments.of(
                        "processing.exception.handler",
                        PoisonFactHandler.class,
                        LogAndContinueProcessingExceptionHandler.class),
                Arguments.of("errors.dead.letter.queue.topic.name", "hallway.dead-letters", "elsewhere"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invariants")
    void shouldSetWhatCorrectnessRestsOn(String property, Object expected, Object other) {
        // When
        StreamsConfig config = config(Map.of());

        // Then
        assertThat(values(config)).containsEntry(property, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invariants")
    void shouldNotLetTheUserTurnOffWhatCorrectnessRestsOn(String property, Object expected, Object other) {
        // When
        StreamsConfig config = config(Map.of(property, other));

        // Then
        assertThat(values(config)).containsEntry(property, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "consumer.", "global.consumer."})
    void shouldFollowWhatIsPublishedAsCommittedAndInNoGroup(String prefix) {
        // Given
        Map<String, Object> user = Map.of(
                prefix + "isolation.level", "read_uncommitted",
                prefix + "auto.offset.reset", "latest",
                prefix + "group.id", "other",
                prefix + "request.timeout.ms", 1_234);

        // When
        Map<String, Object> consumer = RuntimePolicy.changesConsumer(config(user));

        // Then
        assertThat(consumer)
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("request.timeout.ms", 1_234)
                .doesNotContainKey("group.id");
    }

    @Test
    void shouldPassOtherPropertiesThrough() {
        // Given
        Map<String, Object> user = Map.of("security.protocol", "SASL_SSL", "topic.retention.bytes", "1");

        // When
        StreamsConfig config = config(user);

        // Then
        assertThat(config.originals()).containsAllEntriesOf(user);
    }

    @Test
    void shouldRefuseAnInternalTopicWithoutAName() {
        // Given
        StreamsBuilder builder = builder();
        repartition(builder, Repartitioned.with(Serdes.String(), Serdes.String()));

        // When
        ThrowingCallable build = builder::build;

        // Then
        assertThatThrownBy(build)
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("repartition topic(s) has not been named");
    }

    @Test
    void shouldAcceptAnInternalTopicWithAName() {
        // Given
        StreamsBuilder builder = builder();
        repartition(
                builder,
                Repartitioned.<String, String>as("by-name")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.String()));

        // When
        ThrowingCallable build = builder::build;

        // Then
        assertThatCode(build).doesNotThrowAnyException();
    }

    private static StreamsBuilder builder() {
        return new StreamsBuilder(new TopologyConfig(config(Map.of())));
    }

    private static void repartition(StreamsBuilder builder, Repartitioned<String, String> repartitioned) {
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .repartition(repartitioned)
                .to("out");
    }

    private static StreamsConfig config(Map<String, Object> user) {
        Map<String, Object> kafka = new HashMap<>(Map.of("bootstrap.servers", List.of("localhost:1")));
        kafka.putAll(user);
        return RuntimePolicy.config(
                new StreamsSettings(kafka, SchemaRegistry.at("mock://policy"), STATE, HttpSettings.loopback(0), 3),
                "127.0.0.1:8080");
    }

    private static Map<String, Object> values(StreamsConfig config) {
        return new HashMap<>(config.values());
    }

    /** What somebody may prefer to our bounds. */
    public static final class UnboundedRocksDb implements RocksDBConfigSetter {
        @Override
        public void setConfig(String storeName, Options options, Map<String, Object> configs) {
            // RocksDB's own defaults.
        }

        @Override
        public void close(String storeName, Options options) {
            // Nothing was opened.
        }
    }
}
