// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.streams.community.CommunityStores;
import dev.hallway.streams.community.Notice;
import dev.hallway.streams.digest.DigestModel;
import dev.hallway.streams.digest.DigestRecord;
import dev.hallway.streams.failure.UnreadableStores;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.operations.DeadLetterMeter;
import dev.hallway.streams.operations.Scrape;
import dev.hallway.streams.operations.TaskMeters;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.peoplewatch.PeoplePublisher;
import dev.hallway.streams.processor.TaskSettings;
import dev.hallway.streams.publication.Activity;
import dev.hallway.streams.publication.CommitPolicy;
import dev.hallway.streams.publication.DigestPrinter;
import dev.hallway.streams.query.StoreReader;
import dev.hallway.streams.runtime.RuntimePolicy;
import dev.hallway.streams.runtime.StreamsSettings;
import dev.hallway.streams.state.CodecSerde;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.tracing.Traces;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The real topology under the real policy, one record at a time and without a broker. */
public final class HallwayDriver implements AutoCloseable {

    private static final Instant START = Instant.parse("2024-06-01T00:00:00Z");
    // Long after all that a test does.
    private static final Instant SCRAPE = START.plus(Duration.ofDays(1));

    private final SchemaRegistry registry = SchemaRegistry.at("mock://" + UUID.randomUUID());
    private final PrometheusRegistry metrics = new PrometheusRegistry();
    private final TaskSettings settings;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Issue> issues;
    private final TestInputTopic<String, PullRequest> pulls;
    private final TestInputTopic<String, Comment> comments;
    private final TestInputTopic<String, Review> reviews;
    private final TestInputTopic<String, Repository> repositories;

    public HallwayDriver(Path stateDirectory) {
        this(stateDirectory, StreamsConfig.EXACTLY_ONCE_V2, 1, Tracing.off());
    }

    private HallwayDriver(Path stateDirectory, String guarantee, int partitions, Tracing tracing) {
        settings =
                settings(partitions, new TaskMeters(metrics, Clock.fixed(SCRAPE, ZoneOffset.UTC)), new Traces(tracing));
        StreamsConfig config = config(stateDirectory, registry);
        Properties properties = new Properties();
        properties.putAll(config.originals());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        properties.put(DeadLetterMeter.CONFIG, new DeadLetterMeter(metrics));
        driver = new TopologyTestDriver(new HallwayTopology(registry, config, settings).build(), properties, START);
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
        return new HallwayDriver(stateDirectory, StreamsConfig.AT_LEAST_ONCE, 1, Tracing.off());
    }

    /** A driver whose tasks are traced. */
    static HallwayDriver traced(Path stateDirectory, Tracing tracing) {
        return new HallwayDriver(stateDirectory, StreamsConfig.EXACTLY_ONCE_V2, 1, tracing);
    }

    /** The task of partition 0 of so many. */
    static HallwayDriver ofFirstPartition(Path stateDirectory, int partitions) {
        return new HallwayDriver(stateDirectory, StreamsConfig.EXACTLY_ONCE_V2, partitions, Tracing.off());
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
        return new HallwayTopology(registry, config, settings(1, TaskMeters.unread(), new Traces(Tracing.off())))
                .build();
    }

    private static TaskSettings settings(int partitions, TaskMeters meters, Traces traces) {
        DigestPrinter printer = new DigestPrinter(
                Runnable::run, (reader, repository, week) -> DigestRecord.of(DigestModel.of(reader, repository, week)));
        return new TaskSettings(
                partitions, new PeopleInForce(), printer, new Activity(), new UnreadableStores(), meters, traces);
    }

    /** Sends a snapshot to its topic under its key. */
    public void take(SpecificRecord snapshot) {
        if (snapshot instanceof Issue issue) {
            issues.pipeInput(FactKey.of(issue).toString(), issue);
        } else if (snapshot instanceof PullRequest pull) {
            pulls.pipeInput(FactKey.of(pull).toString(), pull);
        } else if (snapshot instanceof Comment comment) {
            comments.pipeInput(FactKey.of(comment).toString(), comment);
        } else if (snapshot instanceof Review review) {
            reviews.pipeInput(FactKey.of(review).toString(), review);
        } else if (snapshot instanceof Repository repository) {
            repositories.pipeInput(repository.getFullName().toLowerCase(Locale.ROOT), repository);
        } else if (snapshot instanceof PeopleRegistry people) {
            take(people);
        } else {
            throw new IllegalArgumentException("No topic takes a " + snapshot.getSchema());
        }
    }

    /** Sends a snapshot with headers. */
    void take(Issue issue, Headers headers) {
        takeAs(FactKey.of(issue).toString(), issue, headers);
    }

    /** Sends a snapshot with headers. */
    void take(PullRequest pull, Headers headers) {
        pulls.pipeInput(new TestRecord<>(FactKey.of(pull).toString(), pull, headers));
    }

    /** Sends a snapshot with headers. */
    void take(Repository repository, Headers headers) {
        repositories.pipeInput(
                new TestRecord<>(repository.getFullName().toLowerCase(Locale.ROOT), repository, headers));
    }

    /** Sends a snapshot under a key of the test's choice, with headers. */
    void takeAs(String key, Issue issue, Headers headers) {
        issues.pipeInput(new TestRecord<>(key, issue, headers));
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

    /** Sends what another repository has to say. */
    void take(Notice notice, String key) {
        driver.createInputTopic(
                        RuntimePolicy.APPLICATION_ID + "-notices-repartition",
                        new StringSerializer(),
                        CodecSerde.of(Notice.CODEC).serializer())
                .pipeInput(key, notice);
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
            driver.advanceWallClockTime(CommitPolicy.LOOK);
        } while (settings.activity().unsettled() > 0);
    }

    /** Reads the figures. */
    public StoreReader reader() {
        return new StoreReader(tables(), settings.people());
    }

    /** What the task keeps. */
    public TableReader tables() {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(CommunityStores.COMMUNITY);
        return new TableReader(store);
    }

    /** The latest row of every key that the topic has got since the last look; a withdrawn one is null. */
    public <V> Map<String, V> published(Topic<String, V> topic) {
        TestOutputTopic<String, V> output = output(topic);
        Map<String, V> rows = new HashMap<>();
        output.readKeyValuesToList().forEach(row -> rows.put(row.key, row.value));
        return rows;
    }

    /** The records that could not be read or processed. */
    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** What the meters show now. */
    Map<String, Double> metrics() {
        return Scrape.samples(metrics);
    }

    /** The headers of the rows that the topic has got since the last look. */
    List<Headers> headersOf(Topic<?, ?> topic) {
        return headers(topic.name());
    }

    /** The headers of what an internal topic has got since the last look. */
    List<Headers> headersOfInternal(String internalTopic) {
        return headers(RuntimePolicy.APPLICATION_ID + "-" + internalTopic);
    }

    private List<Headers> headers(String topic) {
        return driver
                .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(TestRecord::headers)
                .toList();
    }

    /** Bytes of the largest record of state that was written since the last look. */
    int largestStateRecord() {
        return Math.max(
                largest(CommunityStores.COMMUNITY + "-changelog"), largest(CommunityStores.CHANGES + "-changelog"));
    }

    /** Bytes of the largest record of an internal topic that was written since the last look. */
    int largest(String internalTopic) {
        return driver
                .createOutputTopic(
                        RuntimePolicy.APPLICATION_ID + "-" + internalTopic,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .mapToInt(record -> record.key().length + (record.value() == null ? 0 : record.value().length))
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        driver.close();
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

    /** Publishes a people registry. */
    public void take(PeopleRegistry registry) {
        input(Topics.PEOPLE).pipeInput(PeoplePublisher.KEY, registry);
    }
}
