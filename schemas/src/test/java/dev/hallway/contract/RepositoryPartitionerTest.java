// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryPartitionerTest {

    private static final String TOPIC = Topics.ISSUES.name();

    /** Computed by another murmur2 than Kafka's; whoever writes from another language can check against them. */
    @ParameterizedTest
    @CsvSource({
        "dapr/dapr, 3, 11, 927",
        "dapr/docs, 3, 11, 491",
        "kubernetes/kubernetes, 2, 2, 806",
        "hall/way, 1, 9, 57",
        "apache/kafka, 3, 3, 387"
    })
    void shouldBeTheSameInEveryProgram(String repository, int ofFour, int ofTwelve, int ofThousand) {
        // When
        List<Integer> partitions = IntStream.of(1, 4, 12, 1_000)
                .mapToObj(count -> RepositoryPartitioner.partition(repository, count))
                .toList();

        // Then
        assertThat(partitions).containsExactly(0, ofFour, ofTwelve, ofThousand);
    }

    @Property
    void shouldPutEveryKeyOfARepositoryWhereKafkaPutsTheRepositoryItself(
            @ForAll("repositories") String repository,
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int number,
            @ForAll @IntRange(min = 1, max = 1_000) int partitions) {
        // Given
        String lower = repository.toLowerCase(Locale.ROOT);
        List<String> keys = List.of(
                repository,
                lower,
                repository.toUpperCase(Locale.ROOT),
                lower + "#" + number,
                lower + "#" + number + "/comment/345",
                lower + "|2024-W36");

        // When
        List<Integer> found = keys.stream()
                .map(key -> RepositoryPartitioner.partition(key, partitions))
                .toList();

        // Then
        assertThat(found)
                .containsOnly(BuiltInPartitioner.partitionForKey(lower.getBytes(StandardCharsets.UTF_8), partitions));
    }

    @Provide
    Arbitrary<String> repositories() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars('.', '-', '_')
                .ofMinLength(1)
                .ofMaxLength(39);
        return Combinators.combine(names, names).as((owner, name) -> owner + "/" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "Dapr/Dapr, dapr/dapr",
        "dapr/dapr#12, dapr/dapr",
        "dapr/dapr#12/comment/345, dapr/dapr",
        "dapr/dapr|2024-W36, dapr/dapr",
        "dapr/dapr|a#b, dapr/dapr",
        "dapr/dapr#a|b, dapr/dapr",
        "#12, ''",
        "|, ''",
        "'', ''",
        "no repository, no repository"
    })
    void shouldFindTheRepositoryOfAKey(String key, String repository) {
        // When
        String found = RepositoryPartitioner.repository(key);

        // Then
        assertThat(found).isEqualTo(repository);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void shouldRefuseATopicWithoutPartitions(int partitions) {
        assertThatThrownBy(() -> RepositoryPartitioner.partition("dapr/dapr", partitions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has none for 'dapr/dapr'");
    }

    @Test
    void shouldAnswerAProducerByTheBytesOfTheKey() {
        // Given
        byte[] key = "Dapr/Dapr#12".getBytes(StandardCharsets.UTF_8);

        // When
        int partition = ask(key, 12);

        // Then
        assertThat(partition).isEqualTo(11);
    }

    @Test
    void shouldFindAPlaceForEverythingThatIsNoKeyOfOurs() {
        // Given
        byte[] noText = {(byte) 0xff, (byte) 0xfe, 0};

        // When
        List<Integer> withoutKey = List.of(ask(null, 12), ask(null, 1));
        List<Integer> noTextAtAll = List.of(ask(noText, 12), ask(noText, 1));

        // Then
        assertThat(withoutKey).containsExactly(9, 0);
        assertThat(noTextAtAll.get(0)).isBetween(0, 11).isEqualTo(ask(noText, 12));
        assertThat(noTextAtAll.get(1)).isZero();
    }

    @Test
    void shouldOutrankAPartitionerThatTheUserNames() {
        // Given
        Map<String, Object> config = new HashMap<>(Map.of(
                ProducerConfig.PARTITIONER_CLASS_CONFIG, "org.apache.kafka.clients.producer.RoundRobinPartitioner"));

        // When
        RepositoryPartitioner.enforce(config);

        // Then
        assertThat(config).containsEntry(ProducerConfig.PARTITIONER_CLASS_CONFIG, RepositoryPartitioner.class);
    }

    private static int ask(byte @Nullable [] key, int partitions) {
        Node node = new Node(1, "localhost", 1);
        Node[] nodes = {node};
        List<PartitionInfo> infos = IntStream.range(0, partitions)
                .mapToObj(partition -> new PartitionInfo(TOPIC, partition, node, nodes, nodes))
                .toList();
        Cluster cluster = new Cluster("cluster", List.of(node), infos, Set.of(), Set.of());
        try (RepositoryPartitioner partitioner = new RepositoryPartitioner()) {
            partitioner.configure(Map.of());
            return partitioner.partition(TOPIC, key, key, new byte[0], new byte[0], cluster);
        }
    }
}
