// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.Review;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was read by REST alone is asked again by GraphQL, once that is possible. */
class CatchUpTest {

    private static final String NAME = "Hall/Way";
    private static final Access TOKEN = Access.with(new Token("ghp_secret"));
    private static final Account ADA = Account.person(7, "ada");
    private static final Fault FORBIDDEN = new Fault.Reply(403, Map.of(), "{\"message\": \"Not for this token\"}");

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private final SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());
    private final List<Long> caughtUp = new ArrayList<>();

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldReadEverythingByRestWhereThereIsNoGraphQlAndCatchUpWhenThereIs() throws InterruptedException {
        // Given
        Community.create(community, NAME, 301);
        github.faults().next("/graphql", FORBIDDEN);

        // When
        CycleReport without = cycle(TOKEN);
        List<String> gaps = gaps();
        List<LoggedRequest> askedInVain = asked("/graphql");
        List<LoggedRequest> reviews = asked("/reviews");
        CycleReport with = cycle(TOKEN);

        // Then
        assertThat(without.complete()).isTrue();
        assertThat(askedInVain).hasSize(1);
        assertThat(gaps)
                .containsExactly("closing references: some are known by keyword only, because GitHub's GraphQL API"
                        + " could not be used (GitHub answered 403)");
        assertThat(with.complete()).isTrue();
        assertThat(gaps()).isEmpty();
        assertThat(asked("/graphql")).hasSize(1 + 2);
        assertThat(asked("/reviews")).isEqualTo(reviews);
        assertThat(sink.entities()).isEqualTo(undisturbed());
    }

    @Test
    void shouldAskOnceAboutHistoryThatWasReadWithoutAToken() throws InterruptedException {
        // Given
        Community.create(community, NAME, 3_001);
        cycle(Access.anonymous());
        List<String> gaps = gaps();
        github.forgetRequests();

        // When
        CycleReport withToken = cycle(TOKEN);
        CycleReport later = cycle(TOKEN);

        // Then: 20 questions of 50 each, and one before about the last, which the lists bring again for another token
        assertThat(gaps).isEmpty();
        assertThat(caughtUp).containsExactly(999L);
        assertThat(asked("/graphql")).hasSize(1 + 20);
        assertThat(withToken.requests()).isLessThanOrEqualTo(108);
        assertThat(later.requests()).isEqualTo(5);
        assertThat(comparable(sink.entities())).isEqualTo(comparable(undisturbed()));
    }

    @Test
    void shouldAskAboutWhatChangedWhileGraphQlCouldNotBeUsed() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 31);
        cycle(TOKEN);
        waits.forward(Duration.ofHours(1));
        repository.put(Entity.PullRequest.opened(6, ADA, "Change", "Fixes #2", Community.FOUNDED)
                .touched(waits.instant()));
        github.faults().decide(CatchUpTest::noGraphQl);
        cycle(TOKEN);
        github.forgetRequests();

        // When
        github.faults().decide(request -> Optional.empty());
        cycle(TOKEN);

        // Then: only about that one
        assertThat(caughtUp).containsExactly(1L);
        assertThat(asked("/graphql")).hasSize(1);
        assertThat(gaps()).isEmpty();
        assertThat(sink.entities()).isEqualTo(undisturbed());
    }

    @Test
    void shouldCatchUpWithTheOthersWhereOneMissingReviewGetsNoAnswer() throws InterruptedException {
        // Given: #6 is asked about only to catch up
        SimulatedRepository repository = Community.create(community, NAME, 301);
        cycle(Access.anonymous());
        repository.removeReview(60);
        github.faults()
                .decide(request ->
                        request.matches(".*/pulls/6/reviews/60") ? Optional.of(Fault.badGateway()) : Optional.empty());

        // When
        CycleReport report = cycle(TOKEN);

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(gaps()).singleElement().asString().startsWith("reviews of #6: ");

        // When
        github.faults().decide(request -> Optional.empty());
        waits.forward(Duration.ofDays(1));
        cycle(TOKEN);

        // Then
        assertThat(gaps()).isEmpty();
        assertThat(sink.values(Topics.REVIEWS, Review.class).stream()
                        .filter(Review::getDeleted)
                        .map(Review::getId))
                .containsExactly(60L);
    }

    @Test
    void shouldNameThatThereIsNoGraphQlForATokenThatCameLater() throws InterruptedException {
        // Given
        Community.create(community, NAME, 31);
        cycle(Access.anonymous());
        github.faults().next("/graphql", FORBIDDEN);

        // When
        cycle(TOKEN);

        // Then
        assertThat(gaps()).singleElement().asString().contains("GitHub's GraphQL API could not be used");
    }

    @Test
    void shouldNotAskAtEveryPollWhileGraphQlCannotBeUsed() throws InterruptedException {
        // Given
        Community.create(community, NAME, 31);
        cycle(Access.anonymous());
        github.faults().decide(CatchUpTest::noGraphQl);

        // When: polls of half an hour, a minute between them, by one process
        List<String> gaps;
        try (Ingester ingester = ingester(sink, TOKEN)) {
            for (int poll = 0; poll < 30; poll++) {
                ingester.runCycle();
                waits.forward(Duration.ofMinutes(1));
            }
            gaps = gaps();
            github.faults().decide(request -> Optional.empty());
            waits.forward(Duration.ofMinutes(10));
            ingester.runCycle();
        }

        // Then: once about what changed, and after one and eleven minutes about the rest
        assertThat(asked("/graphql")).extracting(LoggedRequest::status).containsExactly(403, 403, 403, 200);
        assertThat(gaps).hasSize(1);
        assertThat(gaps()).isEmpty();
    }

    @Test
    void shouldAskEverMoreRarelyWhereThatIsInVain() throws InterruptedException {
        // Given
        Community.create(community, NAME, 31);
        cycle(Access.anonymous());
        github.faults().decide(CatchUpTest::noGraphQl);

        // When: polls of four days, ten minutes between them, by one process
        int firstTwoDays;
        try (Ingester ingester = ingester(sink, TOKEN)) {
            poll(ingester, 2 * 144);
            firstTwoDays = asked("/graphql").size();
            poll(ingester, 2 * 144);
        }

        // Then
        assertThat(firstTwoDays).isLessThanOrEqualTo(11);
        assertThat(asked("/graphql")).hasSize(firstTwoDays + 2);
        assertThat(caughtUp).containsExactly(10L);
    }

    @Test
    void shouldBeginAnewWithShortPausesOnceGraphQlHasToldEverything() throws InterruptedException {
        // Given: a day in vain, then everything
        SimulatedRepository repository = Community.create(community, NAME, 31);
        cycle(Access.anonymous());
        github.faults().decide(CatchUpTest::noGraphQl);
        try (Ingester ingester = ingester(sink, TOKEN)) {
            poll(ingester, 144);
            github.faults().decide(request -> Optional.empty());
            poll(ingester, 144);
            repository.put(Entity.PullRequest.opened(6, ADA, "Change", "Fixes #2", Community.FOUNDED)
                    .touched(waits.instant()));
            github.faults().decide(CatchUpTest::noGraphQl);
            poll(ingester, 2);
            github.faults().decide(request -> Optional.empty());

            // When
            poll(ingester, 1);
        }

        // Then
        assertThat(gaps()).isEmpty();
        assertThat(caughtUp).containsExactly(10L, 1L);
    }

    @Test
    void shouldReadByRestAndNameWhatGraphQlDoesNotTell() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 10);
        github.faults().next("/graphql", reply("""
                {"data": {"repository": {"p3": null, "p6": {"author": null, "number": 6}, "p9": {"number": 9}}},
                 "errors": [{"type": "NOT_FOUND", "path": ["repository", "p3"], "message": "Could not resolve."},
                            {"path": ["repository", "p6", "author"], "message": "Timeout"}]}"""));
        cycle(TOKEN);
        List<String> gaps = gaps();
        List<Long> reviews = reviews();

        // When: it tells of one more
        github.faults().next("/graphql", reply("""
                {"data": {"repository": {"p6": null}},
                 "errors": [{"path": ["repository", "p6"], "message": "Timeout"}]}"""));
        repository.put(Entity.Review.submitted(999, 6, ADA, "APPROVED", waits.instant()));
        repository.put(Entity.ReviewComment.written(998, 6, 999, ADA, "nice", waits.instant()));
        cycle(TOKEN);

        // Then
        assertThat(gaps)
                .containsExactly(
                        "closing references of #3: NOT_FOUND Could not resolve.",
                        "closing references of #6: Timeout",
                        "closing references of #9: 'reviews' is not a list");
        assertThat(reviews).contains(30L, 31L, 60L, 61L, 90L, 91L);
        assertThat(gaps())
                .containsExactlyInAnyOrder(
                        "closing references of #6: Timeout", "closing references of #9: GitHub did not answer for it");
        assertThat(reviews()).contains(999L);
    }

    @Test
    void shouldReadByRestWhereGitHubKeepsGivingUpAndCatchUpLater() throws InterruptedException {
        // Given
        Community.create(community, NAME, 301);
        github.faults().giveUpAbove(0);

        // When
        CycleReport report = cycle(TOKEN);
        List<String> gaps = gaps();
        int askedInVain = asked("/graphql").size();
        github.faults().giveUpAbove(1_000_000);
        cycle(TOKEN);

        // Then: it is not asked about a hundred, five at a time
        assertThat(report.complete()).isTrue();
        assertThat(reviews()).hasSize(2 * 200);
        assertThat(askedInVain).isLessThanOrEqualTo(12);
        assertThat(gaps)
                .hasSize(6)
                .contains("closing references of #3: GitHub answered 502")
                .anyMatch(gap -> gap.startsWith("closing references: "));
        assertThat(gaps()).isEmpty();
    }

    @Test
    void shouldReadByRestWhatGraphQlFailsToTellAfterAllAttempts() throws InterruptedException {
        // Given
        Community.create(community, NAME, 10);
        for (int attempt = 0; attempt < 6; attempt++) {
            github.faults().next("/graphql", Fault.garbage());
        }

        // When
        CycleReport report = cycle(TOKEN);

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(reviews()).hasSize(6);
        assertThat(gaps()).singleElement().asString().endsWith("GitHub's answer was not complete JSON (6 attempts))");
    }

    @Test
    void shouldAskAboutAllOfWhichNobodyWroteDownWhoWasAsked() throws InterruptedException {
        // Given: as it was written before this was kept
        Community.create(community, NAME, 31);
        cycle(Access.anonymous());
        sink.restore().cursors().forEach((key, cursor) -> {
            IngestCursor older =
                    IngestCursor.newBuilder(cursor).setAskedByRestOnly(null).build();
            sink.commit(
                    List.of(new OutgoingRecord<>(Topics.INGEST_CURSORS, key, older, older.getUpdatedAt())), () -> {});
        });

        // When
        cycle(TOKEN);
        cycle(TOKEN);

        // Then
        assertThat(caughtUp).containsExactly(9L);
    }

    @Test
    void shouldEndWithTheSameRecordsWhereverItWasKilled() throws InterruptedException {
        // Given
        Community.create(community, NAME, 181);
        cycle(Access.anonymous());
        InMemorySink whole = sink.copy();
        cycle(whole, TOKEN);

        // When
        List<Set<String>> results = new ArrayList<>();
        for (int killedAt = 0; killedAt < whole.commits(); killedAt++) {
            InMemorySink target = sink.copy();
            target.refuseCommit(killedAt);
            assertThatThrownBy(() -> cycle(target, TOKEN)).isInstanceOf(KafkaException.class);
            cycle(target, TOKEN);
            results.add(target.entities());
        }

        // Then
        assertThat(results).hasSizeGreaterThan(3).allSatisfy(result -> assertThat(result)
                .isEqualTo(whole.entities()));
    }

    private void poll(Ingester ingester, int times) throws InterruptedException {
        for (int poll = 0; poll < times; poll++) {
            ingester.runCycle();
            waits.forward(Duration.ofMinutes(10));
        }
    }

    private static Optional<Fault> noGraphQl(String pathAndQuery) {
        return pathAndQuery.endsWith("/graphql") ? Optional.of(FORBIDDEN) : Optional.empty();
    }

    private static Fault reply(String json) {
        return new Fault.Reply(200, Map.of("Content-Type", "application/json"), json);
    }

    /** What a first run with a token says, of GitHub as it is now. */
    private Set<String> undisturbed() throws InterruptedException {
        InMemorySink fresh = new InMemorySink();
        cycle(fresh, TOKEN);
        return fresh.entities();
    }

    private static Set<String> comparable(Set<String> entities) {
        return entities.stream()
                .map(line -> line.replaceAll("\"source\": \"[A-Z]*\"", ""))
                .collect(Collectors.toSet());
    }

    private List<LoggedRequest> asked(String regex) {
        return github.requests().stream()
                .filter(request -> request.pathAndQuery().matches(".*" + regex + ".*"))
                .toList();
    }

    private List<String> gaps() {
        return sink.repository("hall/way").getGaps();
    }

    private List<Long> reviews() {
        return sink.values(Topics.REVIEWS, Review.class).stream()
                .map(Review::getId)
                .toList();
    }

    private CycleReport cycle(Access access) throws InterruptedException {
        return cycle(sink, access);
    }

    private CycleReport cycle(InMemorySink target, Access access) throws InterruptedException {
        try (Ingester ingester = ingester(target, access)) {
            return ingester.runCycle();
        }
    }

    private Ingester ingester(InMemorySink target, Access access) {
        IngestSettings settings = new IngestSettings(
                github.url(),
                access,
                List.of(NAME),
                Map.of(),
                SchemaRegistry.at("mock://catch-up-test"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        return new Ingester(settings, target, waits.environment(), new IngestListener() {
            @Override
            public void catchingUp(String repository, long pullRequests) {
                caughtUp.add(pullRequests);
            }
        });
    }
}
