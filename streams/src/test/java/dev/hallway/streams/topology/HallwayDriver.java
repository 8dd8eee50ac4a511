// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.streams.digest.DigestModel;
import dev.hallway.streams.digest.DigestRecord;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.pace.Pace;
import dev.hallway.streams.repository.StoreReader;
import dev.hallway.streams.runtime.RuntimePolicy;
import dev.hallway.streams.runtime.StreamsSettings;
import dev.hallway.streams.state.Store;
import dev.hallway.streams.state.StoreSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The real topology under the real policy, one record at a time and without a broker. */
public final class HallwayDriver implements AutoCloseable {

    private static final Instant START = Instant.parse("2024-06-01T00:00:00Z");

    private final SchemaRegistry registry = SchemaRegistry.at("mock://" + UUID.randomUUID());
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Issue> issues;
    private final TestInputTopic<String, PullRequest> pulls;
    private final TestInputTopic<String, Comment> comments;
    private final TestInputTopic<String, Review> reviews;
    private final TestInputTopic<String, Repository> repositories;

    public HallwayDriver(Path stateDirectory) {
        this(stateDirectory, StreamsConfig.EXACTLY_ONCE_V2);
    }

    private HallwayDriver(Path stateDirectory, String guarantee) {
        StreamsConfig config = config(stateDirectory, registry);
        Properties properties = new Properties();
        properties.putAll(config.originals());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        driver = new TopologyTestDriver(topology(registry, config), properties, START);
        issues = input(Topics.ISSUES);
        pulls = input(Topics.PULL_REQUESTS);
        comments = input(Topics.COMMENTS);
        reviews = input(Topics.REVIEWS);
        repositories = input(Topics.REPOSITORIES);
    }

    /**
     * A driver without transactions: the test driver forgets what was sent in one while no record was processed, such as
     * the dead letter of a record that cannot be read. A broker does not.
     */
    static HallwayDriver withoutTransactions(Path stateDirectory) {
        return new HallwayDriver(stateDirectory, StreamsConfig.AT_LEAST_ONCE);
    }

    static StreamsConfig config(Path stateDirectory, SchemaRegistry registry) {
        StreamsSettings settings = new StreamsSettings(
                Map.of(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1"),
                registry,
                stateDirectory,
                HttpSettings.loopback(0),
                1);
        return RuntimePolicy.config(settings, "localhost:1");
    }

    static org.apache.kafka.streams.Topology topology(SchemaRegistry registry, StreamsConfig config) {
        return new HallwayTopology(
                        registry,
                        config,
                        (reader, repository, week) -> DigestRecord.of(DigestModel.of(reader, repository, week)),
                        PartitionChoice.EMBEDDED)
                .build();
    }

    /** Sends a snapshot to its topic under its key. */
    public void take(SpecificRecord snapshot) {
        if (snapshot instanceof Issue issue) {
            issues.pipeInput(key(issue.getRepository(), issue.getNumber()), issue);
        } else if (snapshot instanceof PullRequest pull) {
            pulls.pipeInput(key(pull.getRepository(), pull.getNumber()), pull);
        } else if (snapshot instanceof Comment comment) {
            comments.pipeInput(key(comment.getRepository(), comment.getNumber()), comment);
        } else if (snapshot instanceof Review review) {
            reviews.pipeInput(key(review.getRepository(), review.getNumber()), review);
        } else if (snapshot instanceof Repository repository) {
            repositories.pipeInput(repository.getFullName().toLowerCase(Locale.ROOT), repository);
        } else {
            throw new IllegalArgumentException("No topic takes a " + snapshot.getSchema());
        }
    }

    /** Sends a snapshot under a key of the test's choice. */
    public void takeAs(String key, Issue issue) {
        issues.pipeInput(key, issue);
    }

    /** Sends bytes that no serde wrote. */
    public void takeRaw(Topic<?, ?> topic, byte[] key, byte @Nullable [] value) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    /** The value as the topic's serde writes it. */
    public <V> byte[] written(Topic<String, V> topic, V value) {
        return topic.valueSerde(registry).serializer().serialize(topic.name(), value);
    }

    /** The value that the topic's serde reads from the bytes. */
    public <V> V read(Topic<String, V> topic, byte[] value) {
        return topic.valueSerde(registry).deserializer().deserialize(topic.name(), value);
    }

    /** Lets time pass until everything that changed has been published. */
    public void settle() {
        do {
            driver.advanceWallClockTime(Pace.LOOK);
        } while (StoreReader.unpublished(stores()) > 0);
    }

    /** Reads the figures. */
    public StoreReader reader() {
        return StoreReader.over(stores());
    }

    /** The latest row of every key that the topic has got since the last look; a withdrawn one is null. */
    public <V> Map<String, V> published(Topic<String, V> topic) {
        TestOutputTopic<String, V> output = output(topic);
        Map<String, V> rows = new HashMap<>();
        output.readKeyValuesToList().forEach(row -> rows.put(row.key, row.value));
        return rows;
    }

    /** The records that could not be read or processed. */
    public java.util.List<org.apache.kafka.streams.test.TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }

    private StoreSource stores() {
        return new StoreSource() {
            @Override
            public <K, V> ReadOnlyKeyValueStore<K, V> open(Store<K, V> store) {
                return driver.getKeyValueStore(store.name());
            }
        };
    }

    private <V> TestInputTopic<String, V> input(Topic<String, V> topic) {
        Serde<String> keys = topic.keySerde(registry);
        return driver.createInputTopic(
                topic.name(), keys.serializer(), topic.valueSerde(registry).serializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        Serde<String> keys = topic.keySerde(registry);
        return driver.createOutputTopic(
                topic.name(), keys.deserializer(), topic.valueSerde(registry).deserializer());
    }

    private static String key(String repository, long number) {
        return new dev.hallway.contract.ItemKey(repository, number).toString();
    }
}
