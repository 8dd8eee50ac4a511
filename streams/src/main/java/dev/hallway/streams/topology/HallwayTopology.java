// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.streams.community.CommunityStores;
import dev.hallway.streams.community.Notice;
import dev.hallway.streams.community.TaskMemory;
import dev.hallway.streams.processor.CommunityProcessor;
import dev.hallway.streams.processor.NoticeProcessor;
import dev.hallway.streams.processor.PeopleProcessor;
import dev.hallway.streams.processor.TaskSettings;
import dev.hallway.streams.publication.Output;
import dev.hallway.streams.state.CodecSerde;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * From the input topics to the metric topics in one stage: all that is known of a repository lies in one task.
 *
 * <pre>
 * issues, pull requests, comments, reviews, repositories      partitioned by repository
 *         │
 *         ▼
 *   keep-community ──> metric topics, stories, digests        partitioned by repository
 *         │  ▲ same stores                           people ──> every instance, to classify by
 *         ▼  │
 *     [notices] ──> take-notices                              what concerns another repository
 * </pre>
 */
public final class HallwayTopology {

    private static final String[] STORES = {CommunityStores.COMMUNITY, CommunityStores.CHANGES, TaskMemory.NAME};

    private final SchemaRegistry registry;
    private final StreamsConfig config;
    private final TaskSettings settings;

    /**
     * A topology.
     *
     * @param config the configuration it will run with: strict naming is checked only if the builder knows it
     * @param settings what all tasks share
     */
    public HallwayTopology(SchemaRegistry registry, StreamsConfig config, TaskSettings settings) {
        this.registry = registry;
        this.config = config;
        this.settings = settings;
    }

    /** Builds the graph. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        builder.addStateStore(CommunityStores.community());
        builder.addStateStore(CommunityStores.changes());
        builder.addGlobalStore(
                PeopleProcessor.store(),
                Topics.PEOPLE.name(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("read-people"),
                () -> new PeopleProcessor(
                        settings.people(), Topics.PEOPLE.valueSerde(registry).deserializer()));
        builder.addStateStore(
                TaskMemory.builder(actor -> settings.people().current().membership(actor)));
        KStream<String, Object> outputs =
                facts(builder).process(() -> new CommunityProcessor(settings), Named.as("keep-community"), STORES);
        Output.ALL.forEach(output -> write(outputs, output));
        outputs.mapValues(Notice.class::cast, Named.as(Output.NOTICES))
                .repartition(Repartitioned.<String, Notice>as("notices")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(CodecSerde.of(Notice.CODEC))
                        .withStreamPartitioner(new NoticePartitioner())
                        .withNumberOfPartitions(settings.partitions()))
                .process(() -> new NoticeProcessor(settings), Named.as("take-notices"), STORES);
        return builder.build();
    }

    private KStream<String, SpecificRecord> facts(StreamsBuilder builder) {
        List<String> topics = Topics.INPUTS.stream().<String>map(Topic::name).toList();
        return builder.stream(
                topics, Consumed.with(Serdes.String(), FactSerde.over(registry)).withName("read-facts"));
    }

    /** The processor addresses each of these operators by its name. */
    private <V extends SpecificRecord> void write(KStream<String, Object> outputs, Output<V> output) {
        StreamPartitioner<String, Object> byRepository =
                (topic, key, row, partitions) -> Optional.of(Set.of(RepositoryPartitioner.partition(key, partitions)));
        outputs.to(
                output.topic().name(),
                Produced.with(output.topic().keySerde(registry), rows(output))
                        .withName(output.operator())
                        .withStreamPartitioner(byRepository));
    }

    @SuppressWarnings("unchecked") // Only rows of its own topic are addressed to an operator.
    private <V extends SpecificRecord> Serde<Object> rows(Output<V> output) {
        Serde<V> confluent = output.topic().valueSerde(registry);
        Serializer<V> serializer = new RowSerializer<>(output.type(), confluent.serializer());
        return (Serde<Object>) (Serde<?>) Serdes.serdeFrom(serializer, confluent.deserializer());
    }
}
