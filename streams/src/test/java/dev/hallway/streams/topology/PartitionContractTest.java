// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.contract.Topics;
import dev.hallway.health.FlowWeek;
import dev.hallway.streams.reference.Facts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies in the partition of another repository would be half counted, so it is not counted at all. */
class PartitionContractTest {

    private static final int PARTITIONS = 3;
    private static final String HERE = repositoryOf(0);
    private static final String ELSEWHERE = repositoryOf(2);

    private HallwayDriver hallway;

    @BeforeEach
    void start(@TempDir Path stateDirectory) {
        hallway = HallwayDriver.ofFirstPartition(stateDirectory, PARTITIONS);
    }

    @AfterEach
    void stop() {
        hallway.close();
    }

    static Stream<SpecificRecord> factsOfAnotherPartition() {
        return Stream.of(
                Facts.issue(ELSEWHERE, 1).build(),
                Facts.pullRequest(ELSEWHERE, 1).build(),
                Facts.comment(ELSEWHERE, 1, 100).build(),
                Facts.review(ELSEWHERE, 1, 100).build(),
                Facts.repository(ELSEWHERE, 7).build());
    }

    @ParameterizedTest
    @MethodSource("factsOfAnotherPartition")
    void shouldSetARecordOfAnotherPartitionAsideWithTheReason(SpecificRecord fact) {
        // When
        hallway.take(fact);

        // Then
        List<TestRecord<byte[], byte[]>> letters = hallway.deadLetters();
        assertThat(letters).hasSize(1);
        assertThat(message(letters.get(0)))
                .contains("'" + ELSEWHERE + "'", "lies in partition 0", "belong in partition 2 of 3", "murmur2");
    }

    @ParameterizedTest
    @MethodSource("factsOfAnotherPartition")
    void shouldCountNothingOfARecordOfAnotherPartition(SpecificRecord fact) {
        // When
        hallway.take(fact);

        // Then
        hallway.settle();
        assertThat(hallway.reader().repositories()).isEmpty();
        assertThat(hallway.reader().item(ELSEWHERE, 1)).isEmpty();
        assertThat(hallway.published(Topics.FLOW)).isEmpty();
        assertThat(hallway.published(Topics.CONTRIBUTOR_DIVERSITY)).isEmpty();
    }

    @Test
    void shouldCountARecordOfItsOwnPartition() {
        // When
        hallway.take(Facts.issue(HERE.toUpperCase(java.util.Locale.ROOT), 1).build());

        // Then
        hallway.settle();
        assertThat(hallway.deadLetters()).isEmpty();
        assertThat(hallway.published(Topics.FLOW))
                .extractingByKey(HERE + "|2024-W01")
                .extracting(FlowWeek::getIssuesOpened)
                .isEqualTo(1L);
    }

    private static String repositoryOf(int partition) {
        return IntStream.range(0, 1_000)
                .mapToObj(number -> "acme/app" + number)
                .filter(name -> RepositoryPartitioner.partition(name, PARTITIONS) == partition)
                .findFirst()
                .orElseThrow();
    }

    private static String message(TestRecord<byte[], byte[]> letter) {
        return new String(
                letter.headers().lastHeader("__streams.errors.message").value(), UTF_8);
    }
}
