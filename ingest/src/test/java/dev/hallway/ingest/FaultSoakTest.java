// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.github.Repository;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.github.Timeouts;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.RandomFaults;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever GitHub and Kafka do, in the end everything is there, and until then it is said what is not.
 *
 * <p>The system property {@code hallway.soak.seeds} sets the number of seeds, {@code hallway.soak.first} the first one.
 */
class FaultSoakTest {

    private static final String NAME = "Hall/Way";
    private static final int MOST_CYCLES = 60;
    private static final Timeouts IMPATIENT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(10));

    static LongStream seeds() {
        long first = Long.getLong("hallway.soak.first", 1);
        return LongStream.range(first, first + Long.getLong("hallway.soak.seeds", 20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldEndWithTheSameRecordsWhateverGoesWrong(long seed) throws InterruptedException {
        // Given
        Random random = new Random(seed);
        RecordedWaits waits = new RecordedWaits();
        SimulatedCommunity community = new SimulatedCommunity();
        int items = 10 + random.nextInt(240);
        SimulatedRepository repository = Community.create(community, NAME, items);
        try (SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub())) {
            InMemorySink sink = new InMemorySink();
            RandomFaults faults = new RandomFaults(random);
            github.faults().decide(faults);

            // When: what happens is read while it happens, and once more after it has
            List<CycleReport> reports = untilComplete(github, sink, waits, random);
            waits.forward(Duration.ofHours(1));
            change(repository, items, random, waits.instant());
            waits.forward(Duration.ofHours(1));
            reports.addAll(untilComplete(github, sink, waits, random));

            // Then
            github.faults().decide(nothing -> Optional.empty());
            InMemorySink undisturbed = new InMemorySink();
            try (Ingester ingester = ingester(github, undisturbed, waits, Start.AT_THE_BEGINNING)) {
                assertThat(ingester.runCycle().complete()).isTrue();
            }
            Set<String> expected = undisturbed.entities();
            assertThat(sink.entities())
                    .as("seed %d after %d faults", seed, faults.committed())
                    .isEqualTo(expected);
            Repository known = sink.repository("hall/way");
            assertThat(known.getHistoryComplete()).isTrue();
            assertThat(known.getGaps()).isEmpty();
            assertThat(reports.stream().flatMap(report -> report.outcomes().stream()))
                    .allSatisfy(outcome -> assertThat(outcome)
                            .isInstanceOfAny(
                                    RepositoryOutcome.UpToDate.class,
                                    RepositoryOutcome.Incomplete.class,
                                    RepositoryOutcome.Failed.class));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldEndWithWhatGitHubShowsThoughItChangedWithoutASign(long seed) throws InterruptedException {
        // Given
        Random random = new Random(seed);
        RecordedWaits waits = new RecordedWaits();
        SimulatedCommunity community = new SimulatedCommunity();
        int items = 10 + random.nextInt(140);
        SimulatedRepository repository = Community.create(community, NAME, items);
        try (SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub())) {
            InMemorySink sink = new InMemorySink();
            RandomFaults faults = new RandomFaults(random);
            github.faults().decide(faults);
            untilComplete(github, sink, waits, random);
            waits.forward(Duration.ofHours(1));

            // When: a part is switched off for a while, then everything is compared
            changeWithoutASign(repository, items, random);
            switchOffForAWhile(github, repository, sink, waits, random);
            waits.forward(Duration.ofHours(1));
            untilComplete(github, sink, waits, random, Start.VERIFYING);

            // Then
            github.faults().decide(nothing -> Optional.empty());
            InMemorySink undisturbed = new InMemorySink();
            try (Ingester ingester = ingester(github, undisturbed, waits, Start.AT_THE_BEGINNING)) {
                assertThat(ingester.runCycle().complete()).isTrue();
            }
            assertThat(sink.shown())
                    .as("seed %d after %d faults", seed, faults.committed())
                    .isEqualTo(undisturbed.shown());
            Repository known = sink.repository("hall/way");
            assertThat(known.getGaps()).isEmpty();
            assertThat(known.getInventory().getDeletedNumbers()).isZero();
        }
    }

    private static List<CycleReport> untilComplete(
            SimulatedGitHub github, InMemorySink sink, RecordedWaits waits, Random random) throws InterruptedException {
        return untilComplete(github, sink, waits, random, Start.AT_THE_BEGINNING);
    }

    /** Cycle after cycle, each in a new process, some of which die with Kafka. */
    private static List<CycleReport> untilComplete(
            SimulatedGitHub github, InMemorySink sink, RecordedWaits waits, Random random, Start start)
            throws InterruptedException {
        List<CycleReport> reports = new ArrayList<>();
        for (int cycle = 0; cycle < MOST_CYCLES; cycle++) {
            Optional<CycleReport> report = cycle(github, sink, waits, random, start);
            report.ifPresent(reports::add);
            if (report.filter(CycleReport::complete).isPresent()) {
                return reports;
            }
        }
        throw new AssertionError("Not complete after " + MOST_CYCLES + " cycles; the last said: "
                + reports.get(reports.size() - 1).outcomes().get(0).line());
    }

    /** One cycle in a new process; empty if it died with Kafka. */
    private static Optional<CycleReport> cycle(
            SimulatedGitHub github, InMemorySink sink, RecordedWaits waits, Random random, Start start)
            throws InterruptedException {
        sink.refuseCommit(random.nextInt(4) == 0 ? sink.commits() + random.nextInt(30) : -1);
        sink.loseAnswerToCommit(random.nextInt(4) == 0 ? sink.commits() + random.nextInt(30) : -1);
        try (Ingester ingester = ingester(github, sink, waits, start)) {
            return Optional.of(ingester.runCycle());
        } catch (KafkaException brokerGone) {
            assertThat(brokerGone).hasMessage("The broker went away.");
            return Optional.empty();
        } finally {
            waits.forward(Duration.ofMinutes(1));
        }
    }

    private static void switchOffForAWhile(
            SimulatedGitHub github,
            SimulatedRepository repository,
            InMemorySink sink,
            RecordedWaits waits,
            Random random)
            throws InterruptedException {
        boolean issues = random.nextBoolean();
        switchTo(false, issues, repository);
        for (int cycle = random.nextInt(3); cycle >= 0; cycle--) {
            waits.forward(Duration.ofDays(random.nextInt(10)));
            cycle(github, sink, waits, random, Start.AT_THE_BEGINNING);
        }
        switchTo(true, issues, repository);
    }

    private static void switchTo(boolean on, boolean issues, SimulatedRepository repository) {
        if (issues) {
            repository.switchIssues(on);
        } else {
            repository.switchPullRequests(on);
        }
    }

    /** Reviews vanish, and people become members, without a new time of change. */
    private static void changeWithoutASign(SimulatedRepository repository, int items, Random random) {
        for (long number = 1; number <= items; number++) {
            Instant at = Community.openedAt(number);
            if (random.nextInt(4) != 0) {
                continue;
            }
            if (Community.isPull(number)) {
                repository.removeReview(number * 10 + 1);
                repository.put(
                        Entity.Review.submitted(number * 10, number, Community.AUTHOR, "COMMENTED", at.plusSeconds(60))
                                .associated("MEMBER"));
            } else {
                repository.put(Entity.Issue.opened(number, Community.AUTHOR, "Wish " + number, null, at)
                        .associated("MEMBER"));
                repository.put(Entity.IssueComment.written(number * 10, number, Community.AUTHOR, "said 0", at)
                        .associated("MEMBER"));
            }
        }
    }

    /** Without holes in the numbers: those are probed cycle by cycle, and the more there were, the more is known. */
    private static void change(SimulatedRepository repository, int items, Random random, Instant at) {
        int last = items + random.nextInt(150);
        for (long number = items + 1L; number <= last; number++) {
            Instant moment = at.plusSeconds(random.nextInt(600));
            if (random.nextBoolean()) {
                repository.put(Entity.PullRequest.opened(number, null, "Later " + number, null, moment));
                repository.put(Entity.Review.submitted(number * 10, number, null, "APPROVED", moment));
            } else {
                repository.put(Entity.Issue.opened(number, null, "Later " + number, null, moment));
                repository.put(Entity.IssueComment.written(number * 10, number, null, "said", moment));
            }
        }
    }

    private static Ingester ingester(SimulatedGitHub github, InMemorySink sink, RecordedWaits waits, Start start) {
        IngestSettings settings = new IngestSettings(
                        github.url(),
                        Access.with(new Token("ghp_soak")),
                        List.of(NAME),
                        Map.of(),
                        SchemaRegistry.at("mock://fault-soak-test"),
                        IngestSettings.ONLY_INGEST,
                        Duration.ofMinutes(1))
                .startingAt(start);
        return new Ingester(settings, sink, waits.environment(IMPATIENT), new IngestListener() {});
    }
}
