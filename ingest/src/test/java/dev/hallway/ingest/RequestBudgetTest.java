// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.github.Review;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What first pulls cost. */
class RequestBudgetTest {

    private static final String NAME = "Hall/Way";
    private static final Account ADA = Account.person(7, "ada");

    private final RecordedWaits waits = new RecordedWaits();
    private final SimulatedCommunity community = new SimulatedCommunity();
    private final SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());
    private final InMemorySink sink = new InMemorySink();

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldNeedAtMost110RequestsWithAToken() throws InterruptedException {
        // Given
        createThousandPullRequests();

        // When
        CycleReport report = cycle(Access.with(new Token("ghp_budget")));

        // Then: of 100 each, pages that overlap by a second, and one to find the end of each list that can be asked
        // since a moment; of 50 each, pull requests with their reviews
        assertThat(report.complete()).isTrue();
        assertThat(sink.values(Topics.REVIEWS, Review.class)).hasSize(2_500);
        assertThat(asked("/graphql")).isEqualTo(20);
        assertThat(report.requests()).isEqualTo(github.requests().size()).isLessThanOrEqualTo(110);
    }

    @Test
    void shouldNeedARequestForEachPullRequestAndLittleMoreWithoutOne() throws InterruptedException {
        // Given
        createThousandPullRequests();

        // When
        CycleReport report = cycle(Access.anonymous());

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(sink.values(Topics.REVIEWS, Review.class)).hasSize(2_500);
        assertThat(asked("/reviews")).isEqualTo(1_000);
        assertThat(report.requests()).isEqualTo(github.requests().size()).isLessThanOrEqualTo(1_080);
    }

    @Test
    void shouldMissNoIssueAboveARowOfPullRequests() throws InterruptedException {
        // Given: no number is left for an issue but those above the last pull request
        SimulatedRepository repository = Community.create(community, NAME, 0);
        for (long number = 1; number <= 250; number++) {
            Instant at = Community.FOUNDED.plus(Duration.ofHours(number));
            repository.put(Entity.PullRequest.opened(number, ADA, "Change " + number, "", at));
        }
        Instant opened = Community.FOUNDED.plus(Duration.ofHours(250));
        repository.put(Entity.Issue.opened(251, ADA, "In the same second", null, opened));
        repository.put(Entity.Issue.opened(252, ADA, "Later", null, opened.plusSeconds(3_600)));

        // When
        cycle(Access.anonymous());

        // Then: one page of issues, and one to find the end
        assertThat(sink.values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getNumber)
                .containsExactlyInAnyOrder(251L, 252L);
        assertThat(asked("/issues")).isEqualTo(2);
    }

    @Test
    void shouldNeedFewRequestsForASmallRepositoryWithoutAToken() throws InterruptedException {
        // Given
        Community.create(community, NAME, 900);
        long pages = 3 + 9 + 27 + 3;

        // When
        CycleReport report = cycle(Access.anonymous());

        // Then: a request for each pull request; pages that overlap by a second; one to find each list's end
        assertThat(report.requests())
                .isLessThanOrEqualTo(Community.pulls(900) + pages + 1 + 4 + 4)
                .isEqualTo(github.requests().size());
    }

    /** Three comments, three review comments and two or three reviews each. */
    private void createThousandPullRequests() {
        SimulatedRepository repository = Community.create(community, NAME, 0);
        for (long number = 1; number <= 1_000; number++) {
            Instant at = Community.FOUNDED.plus(Duration.ofHours(number));
            repository.put(Entity.PullRequest.opened(number, ADA, "Change " + number, "", at)
                    .merged(at.plusSeconds(60)));
            for (long index = 0; index < 3; index++) {
                long id = number * 10 + index;
                Instant said = at.plusSeconds(10 + 10 * index);
                repository.put(Entity.IssueComment.written(id, number, ADA, "said", said));
                repository.put(Entity.ReviewComment.written(id, number, number * 10, ADA, "here", said));
                if (index < 2 || number % 2 == 0) {
                    repository.put(Entity.Review.submitted(id, number, ADA, "COMMENTED", said));
                }
            }
        }
    }

    private long asked(String end) {
        return github.requests().stream()
                .filter(request ->
                        request.pathAndQuery().replaceFirst("\\?.*", "").endsWith(end))
                .count();
    }

    private CycleReport cycle(Access access) throws InterruptedException {
        IngestSettings settings = new IngestSettings(
                github.url(),
                access,
                List.of(NAME),
                Map.of(),
                SchemaRegistry.at("mock://request-budget-test"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        try (Ingester ingester = new Ingester(settings, sink, waits.environment(), new IngestListener() {})) {
            return ingester.runCycle();
        }
    }
}
