// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.Topics;
import dev.hallway.github.Repository;
import dev.hallway.ingest.IngestEnvironment;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.github.Timeouts;
import dev.hallway.ingest.publish.GroupCommitSink;
import dev.hallway.ingest.publish.InputTopics;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.service.topic.CommittedRecords;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.RandomFaults;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever GitHub does, whenever the broker goes away, the registry is not there, and ingest dies or is superseded: in the
 * end everything that GitHub shows is on the topics.
 *
 * <p>The system property {@code hallway.soak.seeds} sets the number of seeds, {@code hallway.soak.first} the first one.
 */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class KafkaSoakTest {

    // After everything that has happened in the community.
    private static final Instant NOW = Instant.parse("2025-01-01T12:00:00Z");
    private static final int MOST_STARTS = 60;
    private static final int MISHAPS = 2;
    private static final Timeouts IMPATIENT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofSeconds(20));

    private static FragileCluster quiet;

    @TempDir
    private Path directory;

    static LongStream seeds() {
        long first = Long.getLong("hallway.soak.first", 1);
        return LongStream.range(first, first + Long.getLong("hallway.soak.seeds", 2));
    }

    @BeforeAll
    static void startQuietCluster(@TempDir Path elsewhere) throws InterruptedException {
        quiet = new FragileCluster(elsewhere);
        InputTopics.createMissing(quiet.clients(), PartitionChoice.ON_A_CLUSTER);
    }

    @AfterAll
    static void stopQuietCluster() {
        quiet.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldEndWithTheSameFactsWhateverGoesWrong(long seed) throws InterruptedException {
        // Given
        Random random = new Random(seed);
        String name = "small/town-" + seed;
        int items = 30 + random.nextInt(60);
        SimulatedCommunity community = SmallCommunity.of(List.of(name), items);
        PassingTime time = new PassingTime(NOW);
        try (SimulatedGitHub github = SimulatedGitHub.start(
                        community, time, SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty()));
                FragileCluster cluster = new FragileCluster(directory)) {
            Run run = new Run(seed, random, name, github, cluster, time);
            github.faults().decide(new RandomFaults(random));
            InputTopics.createMissing(cluster.clients(), PartitionChoice.ON_A_CLUSTER);

            SimulatedRepository town = community.repositories().get(0);

            // When: what happens is read while things go wrong, once more after more has happened, and held against
            // what GitHub shows after that has changed without a sign
            run.untilComplete(Start.AT_THE_BEGINNING);
            time.forward(Duration.ofHours(1));
            change(town, items, random, time.instant());
            time.forward(Duration.ofHours(1));
            run.untilComplete(Start.AT_THE_BEGINNING);
            changeWithoutASign(town, random);
            town.switchIssues(false);
            run.cycle(Optional.empty(), Start.AT_THE_BEGINNING);
            town.switchIssues(true);
            time.forward(Duration.ofHours(1));
            run.untilComplete(Start.VERIFYING);

            // Then
            github.faults().decide(nothing -> Optional.empty());
            assertThat(run.mishaps)
                    .as("seed %d: what happened was %s", seed, run.log)
                    .isPositive();
            try (Ingester undisturbed =
                    run.ingester(quiet, new MishapSink(quiet, time, Optional.empty(), 0), Start.AT_THE_BEGINNING)) {
                assertThat(undisturbed.runCycle().complete()).isTrue();
            }
            assertThat(WrittenFacts.shown(cluster.clients(), cluster.schemas(), name))
                    .as("seed %d: what happened was %s", seed, run.log)
                    .isNotEmpty()
                    .isEqualTo(WrittenFacts.shown(quiet.clients(), quiet.schemas(), name));
            assertThat(new CommittedRecords(cluster.clients(), cluster.schemas()).latest(Topics.REPOSITORIES))
                    .as("seed %d: what happened was %s", seed, run.log)
                    .containsKey(name)
                    .allSatisfy((key, repository) -> assertThat(repository)
                            .returns(true, Repository::getHistoryComplete)
                            .returns(List.of(), Repository::getGaps));
        }
    }

    /** Closes old issues, which moves their time, and opens new ones. */
    private static void change(SimulatedRepository repository, int items, Random random, Instant at) {
        for (int number = 1; number <= items + random.nextInt(40); number++) {
            Instant moment = at.plusSeconds(random.nextInt(600));
            if (number > items || (number % 3 != 0 && random.nextInt(5) == 0)) {
                Entity.Issue issue = Entity.Issue.opened(number, null, "Later " + number, "Please.", moment);
                repository.put(number > items ? issue : issue.closed(moment, "completed"));
            }
        }
    }

    /** Members and reviews that vanish leave no new time of change. */
    private static void changeWithoutASign(SimulatedRepository repository, Random random) {
        for (Entity entity : repository.everything()) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            if (entity instanceof Entity.Issue issue) {
                repository.put(issue.associated("MEMBER"));
            } else if (entity instanceof Entity.PullRequest pullRequest) {
                repository.put(pullRequest.associated("MEMBER"));
            } else if (entity instanceof Entity.IssueComment comment) {
                repository.put(comment.associated("MEMBER"));
            } else if (entity instanceof Entity.Review review) {
                repository.removeReview(review.id());
            }
        }
    }

    /** Process after process over one history. */
    private static final class Run {

        private final StringBuilder log = new StringBuilder();
        private int mishaps;
        private final long seed;
        private final Random random;
        private final String repository;
        private final SimulatedGitHub github;
        private final FragileCluster cluster;
        private final PassingTime time;

        Run(
                long seed,
                Random random,
                String repository,
                SimulatedGitHub github,
                FragileCluster cluster,
                PassingTime time) {
            this.seed = seed;
            this.random = random;
            this.repository = repository;
            this.github = github;
            this.cluster = cluster;
            this.time = time;
        }

        void untilComplete(Start how) throws InterruptedException {
            for (int start = 0; start < MOST_STARTS; start++) {
                if (cycle(start < MISHAPS ? Optional.of(Mishap.any(random)) : Optional.empty(), how)) {
                    return;
                }
                time.forward(Duration.ofMinutes(1));
            }
            throw new AssertionError("Seed " + seed + ": not complete after " + MOST_STARTS + " starts: " + log);
        }

        /** One process from its start to its end; true if it found everything. */
        boolean cycle(Optional<Mishap> mishap, Start how) throws InterruptedException {
            int commitsBefore = random.nextInt(3);
            if (random.nextInt(4) == 0) {
                note("registry away");
                cluster.stopRegistry();
            }
            try {
                MishapSink sink = new MishapSink(cluster, time, mishap, commitsBefore);
                try (Ingester ingester = ingester(cluster, sink, how)) {
                    return cycle(ingester);
                } finally {
                    if (sink.happened()) {
                        mishaps++;
                        note(mishap.orElseThrow() + " at commit " + (commitsBefore + 1));
                    }
                }
            } catch (KafkaException | MishapSink.Killed ended) {
                note(ended.getClass().getSimpleName());
                return false;
            } finally {
                cluster.repair();
            }
        }

        private boolean cycle(Ingester ingester) throws InterruptedException {
            try {
                CycleReport report = ingester.runCycle();
                note(report.complete() ? "complete" : report.outcomes().get(0).line());
                return report.complete();
            } finally {
                // Before it is closed, which would otherwise wait for the broker.
                cluster.repair();
            }
        }

        Ingester ingester(FragileCluster where, MishapSink mishaps, Start how) {
            IngestSettings settings = new IngestSettings(
                            github.url(),
                            // One source of every fact: what GraphQL may leave to REST is the soak of ingest alone.
                            Access.anonymous(),
                            List.of(repository),
                            where.clients(),
                            where.schemas(),
                            IngestSettings.ONLY_INGEST,
                            Duration.ofMinutes(1))
                    .startingAt(how);
            PageSink sink = new GroupCommitSink(mishaps);
            try {
                return new Ingester(
                        settings,
                        sink,
                        new IngestEnvironment(time, time, new Random(seed), IMPATIENT),
                        new IngestListener() {});
            } catch (KafkaException failed) {
                sink.close();
                throw failed;
            }
        }

        private void note(String what) {
            log.append(what).append("; ");
        }
    }
}
