// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.Source;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.PullRequestExtras;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a token: reviews, closing references and who merged by GraphQL, many pull requests with one question. */
class GraphQlIngestTest {

    private static final String NAME = "Hall/Way";
    private static final Optional<Token> TOKEN = Optional.of(new Token("ghp_secret"));
    private static final Account ADA = Account.person(7, "ada");
    private static final Account BOT = Account.bot(8, "renovate[bot]");

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldTellTheSameAsRestButForWhatOnlyGraphQlKnows() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 130);
        repository.put(Entity.PullRequest.opened(131, BOT, "Bump", null, Community.FOUNDED)
                .closed(Community.FOUNDED));
        repository.put(Entity.Review.submitted(5_000_000_001L, 131, BOT, "CHANGES_REQUESTED", Community.FOUNDED));
        repository.put(Entity.Review.submitted(
                5_000_000_002L, 131, new Account(9, "imported", "Mannequin"), "DISMISSED", Community.FOUNDED));
        InMemorySink byRest = new InMemorySink();
        cycle(byRest, Optional.empty());

        // When
        cycle();

        // Then
        assertThat(comparable(sink)).isEqualTo(comparable(byRest));
        assertThat(asked("/pulls/[0-9]+/reviews")).hasSize(44).noneMatch(LoggedRequest::authenticated);
    }

    @Test
    void shouldTellWhatOnlyGraphQlKnows() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 4);
        Community.create(community, "Hall/Docs", 1);
        Instant ready = Community.FOUNDED.plusSeconds(60);
        repository.put(3, new PullRequestExtras(List.of("Hall/Docs#1"), ready, BOT));

        // When
        cycle();

        // Then
        PullRequest pull = lastPull(3);
        assertThat(pull.getClosingReferences()).containsExactly("hall/way#1", "hall/docs#1");
        assertThat(pull.getReadyForReviewAt()).isEqualTo(ready);
        assertThat(pull.getMergedBy().getLogin()).isEqualTo("renovate[bot]");
        assertThat(pull.getMergedBy().getId()).isEqualTo(8);
        assertThat(pull.getSource()).isEqualTo(Source.GRAPHQL);
    }

    @Test
    void shouldAskNothingByGraphQlAndSpendNoQuotaWhenNothingIsNew() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        cycle();
        github.forgetRequests();
        waits.forward(Duration.ofHours(23));

        // When
        CycleReport report = cycle();

        // Then
        assertThat(report.requests()).isEqualTo(5);
        assertThat(github.requests()).extracting(LoggedRequest::status).containsOnly(304);
    }

    @Test
    void shouldAskOnceAboutAllThatWasTouched() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 60);
        cycle();
        github.forgetRequests();
        waits.forward(Duration.ofHours(1));
        for (long number = 3; number <= 30; number += 3) {
            repository.put(Entity.PullRequest.opened(number, ADA, "Change", "Fixes #2", Community.FOUNDED)
                    .touched(waits.instant()));
            repository.put(Entity.Review.submitted(9_000 + number, number, null, "APPROVED", waits.instant()));
        }

        // When
        cycle();

        // Then
        assertThat(asked("/graphql")).hasSize(1);
        assertThat(sink.values(Topics.REVIEWS, Review.class))
                .extracting(Review::getId)
                .contains(9_003L, 9_030L);
        assertThat(lastPull(30).getClosingReferences()).containsExactly("hall/way#2");
    }

    @Test
    void shouldAskForLessWhenGitHubGivesUpAndLoseNothing() throws InterruptedException {
        // Given
        Community.create(community, NAME, 300);
        cycle();
        github.forgetRequests();
        github.faults().giveUpAbove(40);
        InMemorySink second = new InMemorySink();

        // When
        cycle(second, TOKEN);

        // Then: two reviews and a closing reference each
        assertThat(second.entities()).isEqualTo(sink.entities());
        assertThat(asked("/graphql").stream().map(LoggedRequest::status).limit(4))
                .containsExactly(502, 502, 200, 200);
        assertThat(second.repository("hall/way").getGaps()).isEmpty();
    }

    @Test
    void shouldReadLongListsOfAPullRequestToTheirEnd() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 90);
        for (long id = 10_001; id <= 10_260; id++) {
            repository.put(Entity.Review.submitted(id, 6, ADA, "COMMENTED", Community.FOUNDED.plusSeconds(id)));
        }
        List<String> links = LongStream.rangeClosed(1, 90)
                .filter(number -> !Community.isPull(number))
                .mapToObj(number -> NAME + "#" + number)
                .toList();
        repository.put(6, new PullRequestExtras(links, null, null));

        // When
        cycle();

        // Then
        assertThat(sink.values(Topics.REVIEWS, Review.class)).hasSize(60 + 260);
        assertThat(lastPull(6).getClosingReferences()).hasSize(60);
        assertThat(asked("/graphql")).hasSize(1 + 2 + 1);
    }

    @Test
    void shouldReadTheSameThroughFaults() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        cycle();
        InMemorySink second = new InMemorySink();
        github.faults().next("/graphql", Fault.badGateway());
        github.faults().next("/graphql", Fault.garbage());
        github.faults().next("/graphql", new Fault.BrokenOff(0.5));
        github.faults().next("/graphql", new Fault.BrokenOff(0));
        github.faults().next("/graphql", Fault.tooManyRequests(17));
        github.faults().next("/graphql", Fault.secondaryLimitInBody());
        github.faults().next("/graphql", reply("{\"errors\": [{\"type\": \"RATE_LIMITED\", \"message\": \"Wait.\"}]}"));
        github.faults().next("/graphql", reply("{\"errors\": [{\"type\": \"MAX_NODE_LIMIT_EXCEEDED\"}]}"));
        github.faults()
                .next(
                        "/graphql",
                        reply(
                                "{\"data\": null, \"errors\": [{\"message\":"
                                        + " \"Something went wrong while executing your query. This may be the result of a timeout\"}]}"));

        // When
        cycle(second, TOKEN);

        // Then
        assertThat(second.entities()).isEqualTo(sink.entities());
        assertThat(second.repository("hall/way").getGaps()).isEmpty();
        assertThat(waits.waits()).contains(Duration.ofSeconds(17), Duration.ofMinutes(2), Duration.ofMinutes(4));
    }

    @Test
    void shouldCountQueriesApartFromRequests() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        github.faults()
                .next(
                        "/graphql",
                        new Fault.Reply(
                                200,
                                Map.of(
                                        "X-RateLimit-Limit",
                                        "5000",
                                        "X-RateLimit-Remaining",
                                        "0",
                                        "X-RateLimit-Reset",
                                        "1725196500"),
                                "{\"data\": {\"repository\": {}}}"));

        // When
        CycleReport report = cycle();

        // Then: reviews go on by REST at once
        assertThat(report.complete()).isTrue();
        assertThat(waits.waits()).isEmpty();
    }

    @Test
    void shouldFindGraphQlBesideTheRestApiOfAnEnterpriseServer() throws InterruptedException {
        // Given
        github.close();
        github = SimulatedGitHub.start(
                community, waits, SimulationSettings.likeGitHub().below("/api/v3"));
        Community.create(community, NAME, 9);

        // When
        cycle();

        // Then
        assertThat(asked("/api/graphql")).hasSize(1);
        assertThat(lastPull(9).getClosingReferences()).containsExactly("hall/way#1");
    }

    @Test
    void shouldEndWithTheSameRecordsWhereverItWasKilled() throws InterruptedException {
        // Given
        Community.create(community, NAME, 400);
        cycle();
        Set<String> expected = sink.entities();
        int pages = sink.commits();

        // When
        List<Set<String>> results = new ArrayList<>();
        for (int killedAt = 0; killedAt < pages; killedAt++) {
            InMemorySink target = new InMemorySink();
            target.refuseCommit(killedAt);
            assertThatThrownBy(() -> cycle(target, TOKEN)).isInstanceOf(KafkaException.class);
            cycle(target, TOKEN);
            results.add(target.entities());
        }

        // Then
        assertThat(results).isNotEmpty().allSatisfy(result -> assertThat(result).isEqualTo(expected));
    }

    private static Set<String> comparable(InMemorySink log) {
        return log.entities().stream()
                .map(line -> line.replaceAll("\"closingReferences\": (null|\\[[^]]*])", "")
                        .replaceAll("\"source\": \"[A-Z]*\"", ""))
                .collect(Collectors.toSet());
    }

    private static Fault.Reply reply(String json) {
        return new Fault.Reply(200, Map.of("Content-Type", "application/json"), json);
    }

    private List<LoggedRequest> asked(String regex) {
        return github.requests().stream()
                .filter(request -> request.pathAndQuery().matches(".*" + regex + ".*"))
                .toList();
    }

    private PullRequest lastPull(long number) {
        List<PullRequest> snapshots = sink.values(Topics.PULL_REQUESTS, PullRequest.class).stream()
                .filter(pull -> pull.getNumber() == number)
                .toList();
        return snapshots.get(snapshots.size() - 1);
    }

    private CycleReport cycle() throws InterruptedException {
        return cycle(sink, TOKEN);
    }

    private CycleReport cycle(InMemorySink target, Optional<Token> token) throws InterruptedException {
        IngestSettings settings = new IngestSettings(
                github.url(),
                token.map(Access::with).orElse(Access.anonymous()),
                List.of(NAME),
                Map.of(),
                SchemaRegistry.at("mock://graphql-ingest-test"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        try (Ingester ingester = new Ingester(settings, target, waits.environment(), new IngestListener() {})) {
            return ingester.runCycle();
        }
    }
}
