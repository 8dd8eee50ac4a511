// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.numbers.CheckSettings;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
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
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngesterTest {

    private static final String NAME = "Hall/Way";
    private static final String SECRET = "ghp_verysecret";

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private final List<String> lines = new ArrayList<>();
    // With a token, GraphQL is asked too: GraphQlIngestTest.
    private Optional<Token> token = Optional.empty();
    private SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldReadEveryEntityOnce() throws InterruptedException {
        // Given
        Community.create(community, NAME, 250);

        // When
        CycleReport report = cycle();

        // Then
        assertThat(report.canonicalNames()).containsExactly(NAME);
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(250 - 83);
        assertThat(sink.values(Topics.PULL_REQUESTS, PullRequest.class)).hasSize(83);
        assertThat(sink.values(Topics.COMMENTS, Comment.class)).hasSize(750 + 83);
        assertThat(sink.values(Topics.REVIEWS, Review.class)).hasSize(166);
        assertThat(sink.repository("hall/way").getHistoryComplete()).isTrue();
        assertThat(sink.repository("hall/way").getSyncedAt()).isEqualTo(waits.instant());
    }

    @Test
    void shouldAskOnlyConditionallyWhenNothingIsNew() throws InterruptedException {
        // Given
        Community.create(community, NAME, 250);
        cycle();
        github.forgetRequests();
        waits.forward(Duration.ofHours(23));

        // When
        CycleReport report = cycle();

        // Then
        assertThat(report.requests()).isEqualTo(5);
        assertThat(github.requests()).extracting(LoggedRequest::status).containsOnly(304);
        assertThat(sink.repository("hall/way").getSyncedAt()).isEqualTo(waits.instant());
    }

    @Test
    void shouldReadWhatChangedAndTheReviewsItTouches() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 30);
        cycle();
        github.forgetRequests();
        waits.forward(Duration.ofHours(1));
        Instant later = waits.instant();
        repository.put(Entity.Issue.opened(31, null, "New", "text", later));
        repository.put(Entity.Review.submitted(999, 3, null, "APPROVED", later));
        repository.put(Entity.ReviewComment.written(998, 3, 999, null, "nice", later));

        // When
        CycleReport report = cycle();

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(sink.values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getNumber)
                .contains(31L);
        assertThat(sink.values(Topics.REVIEWS, Review.class))
                .extracting(Review::getId)
                .contains(999L);
        assertThat(report.requests()).isLessThanOrEqualTo(9);
    }

    @Test
    void shouldLoseNothingThatMovesWhileItReads() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 400);
        List<Long> touched = List.of(1L, 2L, 101L, 199L, 200L, 301L);

        // When
        try (Ingester ingester = ingester(new IngestListener() {
            @Override
            public void answered(int status, OptionalLong quotaLeft) {
                waits.forward(Duration.ofSeconds(10));
                for (long number : touched) {
                    repository.put(Entity.Issue.opened(number, null, "Moved", null, Community.FOUNDED)
                            .touched(
                                    github.requests().size() < 20
                                            ? waits.instant()
                                            : Instant.parse("2024-09-01T13:00:00Z")));
                }
            }
        })) {
            ingester.runCycle();
        }

        // Then
        Set<Long> numbers = new TreeSet<>();
        sink.values(Topics.ISSUES, Issue.class).forEach(issue -> numbers.add(issue.getNumber()));
        assertThat(numbers).hasSize(400 - 133);
    }

    @Test
    void shouldReadMoreThanAPageOfTheSameSecond() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 3);
        Instant second = Instant.parse("2024-01-01T00:00:00Z");
        for (long id = 10_001; id <= 10_350; id++) {
            repository.put(Entity.IssueComment.written(id, 1, null, "imported", second));
        }

        // When
        cycle();

        // Then
        assertThat(sink.values(Topics.COMMENTS, Comment.class).stream()
                        .map(Comment::getId)
                        .filter(id -> id > 10_000)
                        .distinct())
                .hasSize(350);
    }

    @Test
    void shouldEndWithTheSameRecordsWhereverItWasKilled() throws InterruptedException {
        // Given
        Community.create(community, NAME, 130);
        cycle();
        Set<String> expected = sink.entities();
        int pages = sink.commits();

        // When
        List<Set<String>> results = new ArrayList<>();
        for (int killedAt = 0; killedAt < pages; killedAt++) {
            results.add(entitiesAfterKillAt(killedAt));
        }

        // Then
        assertThat(pages).isGreaterThan(15);
        assertThat(results).allSatisfy(result -> assertThat(result).isEqualTo(expected));
    }

    @Test
    void shouldReadTheSameThroughFaults() throws InterruptedException {
        // Given
        Community.create(community, NAME, 130);
        cycle();
        Set<String> expected = sink.entities();
        InMemorySink second = new InMemorySink();
        github.faults().next("/pulls\\?", Fault.badGateway());
        github.faults().next("/issues\\?", Fault.garbage());
        github.faults().next("/issues/comments", new Fault.BrokenOff(0.5));
        github.faults().next("/issues/comments", new Fault.BrokenOff(0));
        github.faults().next("/pulls/comments", Fault.badGateway());
        github.faults().next("/pulls/9/reviews", Fault.tooManyRequests(17));
        github.faults().next("/pulls/12/reviews", Fault.secondaryLimitInBody());

        // When
        cycle(second, new IngestListener() {});

        // Then
        assertThat(second.entities()).isEqualTo(expected);
        assertThat(waits.waits()).contains(Duration.ofSeconds(17), Duration.ofMinutes(1));
    }

    @Test
    void shouldGiveUpNamingTheFailureAndGoOnInTheNextCycle() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        for (int attempt = 0; attempt < 6; attempt++) {
            github.faults().next("/issues/comments", Fault.badGateway());
        }

        // When
        List<CycleReport> reports = List.of(cycle(), cycle());

        // Then
        assertThat(reports.get(0).outcomes().get(0).line())
                .contains("issues/comments", "GitHub answered 502", "6 attempts");
        assertThat(reports.get(1).complete()).isTrue();
    }

    @Test
    void shouldNameAsAGapWhatItCannotReadUntilItCan() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        github.faults().next("/issues\\?", new Fault.Reply(200, Map.of(), "[{\"id\": 4000, \"number\": 4}]"));

        // When
        List<List<String>> gaps = List.of(gapsAfterCycle(), gapsAfterCycle());

        // Then
        assertThat(gaps.get(0)).containsExactly("issue #4: 'html_url' is not a string");
        assertThat(gaps.get(1)).isEmpty();
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(20);
    }

    @Test
    void shouldWaitVisiblyUntilTheQuotaIsBack() throws InterruptedException {
        // Given
        restart(SimulationSettings.likeGitHub().limitedTo(OptionalInt.of(10)));
        Community.create(community, NAME, 30);
        List<String> reasons = new ArrayList<>();

        // When
        cycle(sink, new IngestListener() {
            @Override
            public void waiting(Duration duration, String reason) {
                reasons.add(reason);
            }
        });

        // Then
        assertThat(waits.waits()).isNotEmpty().allSatisfy(wait -> assertThat(wait)
                .isEqualTo(Duration.ofSeconds(3601)));
        assertThat(reasons).containsOnly("GitHub's hourly quota is used up but for the reserve of 10 %");
        assertThat(github.requests()).extracting(LoggedRequest::status).doesNotContain(403);
    }

    @Test
    void shouldReadAServerWithoutLimitsBelowAPath() throws InterruptedException {
        // Given
        restart(SimulationSettings.likeGitHub().below("/api/v3").limitedTo(OptionalInt.empty()));
        Community.create(community, NAME, 130);

        // When
        CycleReport report = cycle();

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(waits.waits()).isEmpty();
    }

    @Test
    void shouldFollowARepositoryThatMoved() throws InterruptedException {
        // Given
        community.renamedFrom("Old/Name", Community.create(community, NAME, 9));

        // When
        List<CycleReport> reports = List.of(cycleOf("Old/Name"), cycleOf("Old/Name"));

        // Then
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.canonicalNames()).containsExactly(NAME));
        assertThat(lines).containsExactly("Old/Name -> Hall/Way", "Old/Name -> Hall/Way");
        assertThat(sink.repository("hall/way").getPreviousNames()).containsExactly("old/name");
        assertThat(reports.get(1).requests()).isEqualTo(5);
    }

    @Test
    void shouldSayInOneLineThatARepositoryDoesNotExist() throws InterruptedException {
        // Given
        token = Optional.of(new Token(SECRET));

        // When
        RepositoryOutcome outcome = cycleOf("no/body").outcomes().get(0);

        // Then
        assertThat(outcome).isInstanceOf(RepositoryOutcome.NotFound.class);
        assertThat(outcome.line())
                .isEqualTo("Repository no/body does not exist, or the token in GITHUB_TOKEN may not see it.");
    }

    @Test
    void shouldSayInOneLineThatTheTokenIsWrongWithoutShowingIt() throws InterruptedException {
        // Given
        token = Optional.of(new Token(SECRET));
        restart(SimulationSettings.likeGitHub().accepting(Set.of("another")));
        Community.create(community, NAME, 3);

        // When
        RepositoryOutcome outcome = cycle().outcomes().get(0);

        // Then
        assertThat(outcome.line())
                .isEqualTo("GitHub refused the token in GITHUB_TOKEN access to Hall/Way (401 Bad credentials):"
                        + " put a valid one there.");
        assertThat(outcome.toString() + settings(NAME) + new Token(SECRET)).doesNotContain(SECRET);
    }

    private Set<String> entitiesAfterKillAt(int commit) throws InterruptedException {
        InMemorySink target = new InMemorySink();
        target.refuseCommit(commit);
        assertThatThrownBy(() -> cycle(target, new IngestListener() {})).isInstanceOf(KafkaException.class);
        cycle(target, new IngestListener() {});
        return target.entities();
    }

    private List<String> gapsAfterCycle() throws InterruptedException {
        try (Ingester ingester = new Ingester(withoutProbes(), sink, waits.environment(), new IngestListener() {})) {
            ingester.runCycle();
        }
        return sink.repository("hall/way").getGaps();
    }

    private CycleReport cycle() throws InterruptedException {
        return cycle(sink, new IngestListener() {});
    }

    private CycleReport cycle(InMemorySink target, IngestListener listener) throws InterruptedException {
        try (Ingester ingester = new Ingester(settings(NAME), target, waits.environment(), listener)) {
            return ingester.runCycle();
        }
    }

    private CycleReport cycleOf(String name) throws InterruptedException {
        IngestListener listener = new IngestListener() {
            @Override
            public void moved(String requestedName, String canonicalName) {
                lines.add(requestedName + " -> " + canonicalName);
            }
        };
        try (Ingester ingester = new Ingester(settings(name), sink, waits.environment(), listener)) {
            return ingester.runCycle();
        }
    }

    private Ingester ingester(IngestListener listener) {
        return new Ingester(settings(NAME), sink, waits.environment(), listener);
    }

    private IngestSettings settings(String repository) {
        return new IngestSettings(
                github.url(),
                token.map(Access::with).orElse(Access.anonymous()),
                List.of(repository),
                Map.of(),
                SchemaRegistry.at("mock://ingester-test"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
    }

    /** Numbers that are missing are not asked for by themselves. */
    private IngestSettings withoutProbes() {
        return settings(NAME).checkedBy(new CheckSettings(0, Duration.ofDays(1), Duration.ofDays(7)));
    }

    private void restart(SimulationSettings changed) {
        github.close();
        github = SimulatedGitHub.start(community, waits, changed);
    }
}
