// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import dev.hallway.contract.ItemKey;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.Digest;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.health.Story;
import dev.hallway.streams.conversation.ConversationProcessor;
import dev.hallway.streams.conversation.ConversationStores;
import dev.hallway.streams.fact.ConversationInput;
import dev.hallway.streams.fact.ConversationInput.FactSeen;
import dev.hallway.streams.fact.ConversationInput.NameClaimed;
import dev.hallway.streams.fact.InvalidFactException;
import dev.hallway.streams.fact.RepositoryInput;
import dev.hallway.streams.fact.RepositoryInput.RepositoryDescribed;
import dev.hallway.streams.fact.StageInput;
import dev.hallway.streams.fact.StoryInput;
import dev.hallway.streams.name.NameProcessor;
import dev.hallway.streams.name.NameStores;
import dev.hallway.streams.pace.Traffic;
import dev.hallway.streams.repository.DigestPress;
import dev.hallway.streams.repository.Published;
import dev.hallway.streams.repository.RepositoryProcessor;
import dev.hallway.streams.repository.RepositoryStores;
import dev.hallway.streams.state.Store;
import dev.hallway.streams.state.Values;
import dev.hallway.streams.story.StoryProcessor;
import dev.hallway.streams.story.StoryStores;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * From the input topics to the metric topics, in three stages with three keys; what names repositories bear goes to
 * every partition of the first.
 *
 * <pre>
 * issues ─┐
 * pulls ──┤                      by item                  by issue                by repository
 * comments┤──> keep-conversations ──> [by-issue] ──> tell-stories ──> [by-repository] ──> count-weeks ──> metric topics
 * reviews ┘   ↑       └────────────────────────────────────────────────────┘   ↑               └──> digests
 *             └── [names] <── tell-names <── repositories ───────────────────────┘
 * </pre>
 */
public final class HallwayTopology {

    private final SchemaRegistry registry;
    private final StreamsConfig config;
    private final DigestPress press;
    private final int partitions;
    private final Traffic traffic = new Traffic();

    /**
     * A topology.
     *
     * @param config the configuration it will run with: strict naming is checked only if the builder knows it
     * @param press prints the digests
     * @param partitions how many the input topics have
     */
    public HallwayTopology(SchemaRegistry registry, StreamsConfig config, DigestPress press, int partitions) {
        this.registry = registry;
        this.config = config;
        this.press = press;
        this.partitions = partitions;
    }

    /** Number of tasks of this instance whose last changes and rows are not known to be committed. */
    public long uncommitted() {
        return traffic.pending();
    }

    /** Builds the graph. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        for (List<Store<?, ?>> stores :
                List.of(ConversationStores.ALL, StoryStores.ALL, NameStores.ALL, RepositoryStores.ALL)) {
            stores.forEach(store -> builder.addStateStore(store.builder()));
        }
        KStream<String, ConversationInput> facts = facts(builder);
        KStream<String, RepositoryDescribed> described = descriptions(builder);
        KStream<String, StageInput> told = facts.merge(names(described), Named.as("merge-names"))
                .process(
                        () -> new ConversationProcessor(traffic),
                        Named.as("keep-conversations"),
                        names(ConversationStores.ALL));
        KStream<String, RepositoryInput.StoryChanged> stories = only(told, StoryInput.class, "story-inputs")
                .repartition(Repartitioned.<String, StoryInput>as("by-issue")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Values.serde(StoryInput.CODEC))
                        .withNumberOfPartitions(partitions))
                .process(() -> new StoryProcessor(traffic), Named.as("tell-stories"), names(StoryStores.ALL));
        writeStories(stories);
        KStream<String, RepositoryInput> inputs = only(told, RepositoryInput.class, "repository-inputs")
                .merge(byRepository(stories), Named.as("merge-repository-inputs"))
                .repartition(Repartitioned.<String, RepositoryInput>as("by-repository")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Values.serde(RepositoryInput.CODEC))
                        .withNumberOfPartitions(partitions))
                .merge(
                        described.mapValues(input -> (RepositoryInput) input, Named.as("take-descriptions")),
                        Named.as("merge-descriptions"));
        KStream<String, Published> published = inputs.process(
                () -> new RepositoryProcessor(press, traffic), Named.as("count-weeks"), names(RepositoryStores.ALL));
        write(published, Topics.FEEDBACK_LATENCY, FeedbackLatencyWeek.class, "feedback-latency");
        write(published, Topics.CONTRIBUTOR_DIVERSITY, ContributorDiversityWeek.class, "contributor-diversity");
        write(published, Topics.RESPONSIVENESS, ResponsivenessWeek.class, "responsiveness");
        write(published, Topics.FLOW, FlowWeek.class, "flow");
        write(published, Topics.DIGESTS, Digest.class, "digests");
        return builder.build();
    }

    /** Every partition is told of every name: a pull request in any of them may use it. */
    private KStream<String, ConversationInput> names(KStream<String, RepositoryDescribed> described) {
        return described
                .process(NameProcessor::new, Named.as("tell-names"), names(NameStores.ALL))
                .repartition(Repartitioned.<String, NameClaimed>as("names")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Values.serde(NameClaimed.CODEC))
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner(new EveryPartition<>()))
                .mapValues(claim -> (ConversationInput) claim, Named.as("take-names"));
    }

    private KStream<String, ConversationInput> facts(StreamsBuilder builder) {
        return read(builder, Topics.ISSUES, "issues")
                .merge(read(builder, Topics.PULL_REQUESTS, "pull-requests"), Named.as("merge-pull-requests"))
                .merge(read(builder, Topics.COMMENTS, "comments"), Named.as("merge-comments"))
                .merge(read(builder, Topics.REVIEWS, "reviews"), Named.as("merge-reviews"));
    }

    private <V extends SpecificRecord> KStream<String, ConversationInput> read(
            StreamsBuilder builder, Topic<String, V> topic, String what) {
        return builder.stream(
                        topic.name(),
                        Consumed.with(topic.keySerde(registry), topic.valueSerde(registry))
                                .withName("read-" + what))
                .mapValues(fact -> (ConversationInput) new FactSeen(fact), Named.as("take-" + what));
    }

    private KStream<String, RepositoryDescribed> descriptions(StreamsBuilder builder) {
        return builder.stream(
                        Topics.REPOSITORIES.name(),
                        Consumed.with(Topics.REPOSITORIES.keySerde(registry), Topics.REPOSITORIES.valueSerde(registry))
                                .withName("read-repositories"))
                .mapValues(
                        (key, repository) -> {
                            if (!repository
                                    .getFullName()
                                    .toLowerCase(Locale.ROOT)
                                    .equals(key)) {
                                throw new InvalidFactException("The record key is '" + key
                                        + "' but the value speaks of '" + repository.getFullName()
                                        + "'; they must agree.");
                            }
                            return new RepositoryDescribed(repository);
                        },
                        Named.as("take-repositories"));
    }

    private static <V extends StageInput> KStream<String, V> only(
            KStream<String, StageInput> told, Class<V> type, String what) {
        return told.filter((key, input) -> type.isInstance(input), Named.as("pick-" + what))
                .mapValues(type::cast, Named.as("take-" + what));
    }

    private static KStream<String, RepositoryInput> byRepository(
            KStream<String, RepositoryInput.StoryChanged> stories) {
        return stories.selectKey((issue, story) -> ItemKey.parse(issue).repository(), Named.as("key-by-repository"))
                .mapValues(story -> (RepositoryInput) story, Named.as("take-stories"));
    }

    private void writeStories(KStream<String, RepositoryInput.StoryChanged> stories) {
        stories.mapValues(RepositoryInput.StoryChanged::story, Named.as("unwrap-stories"))
                .to(
                        Topics.STORIES.name(),
                        Produced.<String, Story>with(
                                        Topics.STORIES.keySerde(registry), Topics.STORIES.valueSerde(registry))
                                .withName("write-stories"));
    }

    private <V extends SpecificRecord> void write(
            KStream<String, Published> published, Topic<String, V> topic, Class<V> type, String what) {
        published
                .filter((key, row) -> row.topic().equals(topic), Named.as("pick-" + what))
                .mapValues(row -> type.cast(row.row()), Named.as("unwrap-" + what))
                .to(
                        topic.name(),
                        Produced.with(topic.keySerde(registry), topic.valueSerde(registry))
                                .withName("write-" + what));
    }

    private static String[] names(List<Store<?, ?>> stores) {
        return stores.stream().map(Store::name).toArray(String[]::new);
    }
}
