// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A review need not move anything else of its pull request: with a token, the sweep looks for it. */
class ReviewSweepTest {

    private static final Access WITH_TOKEN = Access.with(new Token("ghp_secret"));
    private static final Account ADA = Account.person(7, "ada");
    private static final Account BOB = Account.person(8, "bob");
    private static final Duration A_DAY = Duration.ofDays(1);

    private CheckedRepository repository = new CheckedRepository(WITH_TOKEN, 30);

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @Test
    void shouldFindAnApprovalThatMovedNothingElse() throws InterruptedException {
        // Given
        sweptWithOpenPullRequests(31, 32);
        approve(31, 2);
        nextDay();

        // When
        CycleReport report = repository.cycle();

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(ids(31)).contains(310_002L);
        assertThat(repository.asked("/graphql")).isEqualTo(1 + 1);
        assertThat(repository.asked("/pulls/\\d+/reviews")).isZero();
        assertThat(repository.gaps()).isEmpty();
    }

    @Test
    void shouldFindADismissal() throws InterruptedException {
        // Given
        sweptWithOpenPullRequests(31);
        repository.content().put(Entity.Review.submitted(310_001, 31, BOB, "DISMISSED", repository.now()));
        nextDay();

        // When
        repository.cycle();

        // Then
        assertThat(reviews().get(reviews().size() - 1).getState()).isEqualTo(ReviewState.DISMISSED);
    }

    @Test
    void shouldFindAReviewOfWhatWasClosedRecently() throws InterruptedException {
        // Given
        Instant closed = repository.now();
        open(31);
        repository.content().put(pull(31, closed).merged(closed));
        repository.cycle();
        nextDay();
        repository.cycle();
        approve(31, 2);
        nextDay();

        // When
        repository.cycle();

        // Then
        assertThat(ids(31)).contains(310_002L);
    }

    @Test
    void shouldPublishNothingOfReviewsThatAreAsTheyWere() throws InterruptedException {
        // Given
        sweptWithOpenPullRequests(31, 32);
        approve(31, 2);
        int of32 = ids(32).size();
        nextDay();
        repository.cycle();
        int reviews = reviews().size();
        int pulls = pulls();
        repository.github().forgetRequests();
        nextDay();

        // When
        repository.cycle();

        // Then
        assertThat(ids(32)).hasSize(of32);
        assertThat(reviews()).hasSize(reviews);
        assertThat(pulls()).isEqualTo(pulls);
        assertThat(repository.asked("/graphql")).isEqualTo(1);
    }

    @Test
    void shouldReadOnceThePullRequestsThatNoSweepKnows() throws InterruptedException {
        // Given
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        open(31);
        repository.content().put(pull(32, repository.now()));
        repository.cycle();
        approve(31, 2);
        long of32 = pulls(32);
        nextDay();

        // When
        repository.cycle();

        // Then
        assertThat(ids(31)).contains(310_002L);
        assertThat(pulls(32)).as("no reviews, none to miss").isEqualTo(of32);
    }

    @Test
    void shouldFindItInTheNextSweepIfGraphQlRefusesInThisOne() throws InterruptedException {
        // Given
        sweptWithOpenPullRequests(31);
        approve(31, 2);
        repository.github().faults().next("/graphql", new Fault.Reply(403, Map.of(), "{\"message\": \"No.\"}"));
        nextDay();
        CycleReport refused = repository.cycle();
        Instant swept = repository.inventory().getLastSweepAt();
        List<Long> known = ids(31);
        nextDay();

        // When
        repository.cycle();

        // Then
        assertThat(refused.complete()).isTrue();
        assertThat(swept).isEqualTo(repository.now().minus(Duration.ofHours(25)));
        assertThat(known).doesNotContain(310_002L);
        assertThat(ids(31)).contains(310_002L);
        assertThat(repository.gaps()).isEmpty();
    }

    @Test
    void shouldSayWhoWasRefused() throws InterruptedException {
        // Given
        sweptWithOpenPullRequests(31);
        repository.github().faults().next("/graphql", new Fault.Reply(401, Map.of(), "{\"message\": \"Revoked\"}"));
        nextDay();

        // When
        CycleReport report = repository.cycle();

        // Then
        assertThat(report.outcomes())
                .singleElement()
                .isInstanceOfSatisfying(RepositoryOutcome.Failed.class, failed -> assertThat(failed.reason())
                        .isEqualTo("GitHub no longer accepts the token in GITHUB_TOKEN (401 Revoked)"));
    }

    @Test
    void shouldTakeHalfAnAnswerForNone() throws InterruptedException {
        // Given
        sweptWithOpenPullRequests(31, 32);
        int reviews = reviews().size();
        repository.github().faults().next("/graphql", new Fault.Reply(200, Map.of(), """
                {"data": {"repository": {
                   "p31": {"reviews": {"totalCount": 5, "nodes": [null]}},
                   "p32": {"reviews": {"totalCount": 5, "nodes": []}}}},
                 "errors": [{"path": ["repository", "p32", "reviews"], "message": "Something is wrong."}]}"""));
        nextDay();
        repository.cycle();
        nextDay();

        // When
        repository.cycle();

        // Then
        assertThat(reviews()).hasSize(reviews);
    }

    @Test
    void shouldAskForLessAtOnceWhereGitHubGivesUp() throws InterruptedException {
        // Given
        sweptWithOpenPullRequests(31, 32, 33, 34, 35, 36);
        approve(36, 2);
        repository.github().faults().next("/graphql", Fault.badGateway());
        nextDay();

        // When
        repository.cycle();

        // Then
        assertThat(ids(36)).contains(360_002L);
        assertThat(repository.asked("/graphql")).isEqualTo(1 + 1 + 1 + 1);
    }

    @Test
    void shouldAskNothingBetweenSweeps() throws InterruptedException {
        // Given
        sweptWithOpenPullRequests(31);
        repository.forward(Duration.ofMinutes(1));

        // When
        repository.cycle();

        // Then
        assertThat(repository.statuses()).containsExactly(304);
    }

    @Test
    void shouldNotLookWithoutAToken() throws InterruptedException {
        // Given
        repository.close();
        repository = new CheckedRepository(Access.anonymous(), 30);
        sweptWithOpenPullRequests(31);
        int reviews = reviews().size();
        approve(31, 2);
        nextDay();

        // When
        repository.cycle();

        // Then
        assertThat(reviews()).hasSize(reviews);
        assertThat(repository.asked("/graphql")).isZero();
        assertThat(repository.asked("/pulls/\\d+/reviews")).isZero();
    }

    /** The last sweep has seen them, each with an approval. */
    private void sweptWithOpenPullRequests(long... numbers) throws InterruptedException {
        for (long number : numbers) {
            open(number);
        }
        repository.cycle();
        nextDay();
        repository.cycle();
        repository.github().forgetRequests();
    }

    private void open(long number) {
        repository.content().put(pull(number, repository.now()));
        approve(number, 1);
    }

    private static Entity.PullRequest pull(long number, Instant at) {
        return Entity.PullRequest.opened(number, ADA, "Change " + number, "", at);
    }

    private void approve(long number, long count) {
        long id = number * 10_000 + count;
        repository.content().put(Entity.Review.submitted(id, number, BOB, "APPROVED", repository.now()));
    }

    private void nextDay() {
        repository.forward(A_DAY.plusHours(1));
    }

    private List<Review> reviews() {
        return repository.sink().values(Topics.REVIEWS, Review.class);
    }

    /** Of the reviews of a pull request, as often as they were published. */
    private List<Long> ids(long number) {
        return reviews().stream()
                .filter(review -> review.getNumber() == number)
                .map(Review::getId)
                .toList();
    }

    private int pulls() {
        return repository.sink().values(Topics.PULL_REQUESTS, PullRequest.class).size();
    }

    private long pulls(long number) {
        return repository.sink().values(Topics.PULL_REQUESTS, PullRequest.class).stream()
                .filter(pull -> pull.getNumber() == number)
                .count();
    }
}
