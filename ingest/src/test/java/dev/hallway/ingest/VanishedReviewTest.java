// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.Review;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GitHub takes the reviews of an account that it bans away without a word: they leave the figures. */
class VanishedReviewTest {

    private static final Access WITH_TOKEN = Access.with(new Token("ghp_secret"));
    private static final Account ADA = Account.person(7, "ada");
    private static final Account BOB = Account.person(8, "bob");
    private static final long PULL = 31;

    private CheckedRepository repository = new CheckedRepository(WITH_TOKEN, 30);

    static Stream<Access> everyAccess() {
        return Stream.of(Access.anonymous(), WITH_TOKEN);
    }

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @ParameterizedTest
    @MethodSource("everyAccess")
    void shouldRetractThemWhenThePullRequestIsReadAgain(Access access) throws InterruptedException {
        // Given
        oneReviewOfAPullRequestThatMovesVanishes(access);

        // When
        CycleReport report = repository.cycle();

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(deletions()).containsExactly(review(2));
        assertThat(latest(review(2)).getState()).hasToString("APPROVED");
        assertThat(repository.gaps()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyAccess")
    void shouldRetractThemAfterAReset(Access access) throws InterruptedException {
        // Given
        restartAs(access);
        pullRequestWithReviews(3);
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        repository.content().removeReview(review(1));
        repository.content().removeReview(review(3));

        // When
        repository.cycleAfterReset();

        // Then
        assertThat(deletions()).containsExactlyInAnyOrder(review(1), review(3));
    }

    @Test
    void shouldRetractOneOfMoreReviewsThanAPageHolds() throws InterruptedException {
        // Given
        restartAs(Access.anonymous());
        pullRequestWithReviews(250);
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        repository.content().removeReview(review(130));
        touch();

        // When
        repository.cycle();

        // Then
        assertThat(deletions()).containsExactly(review(130));
    }

    @Test
    void shouldTakeThemBackWhenTheyReturn() throws InterruptedException {
        // Given
        pullRequestWithReviews(2);
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        repository.content().removeReview(review(2));
        touch();
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        putReview(2);
        touch();

        // When
        repository.cycle();

        // Then
        assertThat(deletions()).containsExactly(review(2));
        assertThat(latest(review(2)).getDeleted()).isFalse();
    }

    @Test
    void shouldNotBelieveAListThatLacksReviews() throws InterruptedException {
        // Given
        restartAs(Access.anonymous());
        pullRequestWithReviews(3);
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        touch();
        repository
                .github()
                .faults()
                .next("/pulls/31/reviews\\?", new Fault.Reply(200, Map.of("Content-Type", "application/json"), "[]"));

        // When
        CycleReport report = repository.cycle();

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(deletions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyAccess")
    void shouldReadTheOtherPullRequestsWhereOneMissingReviewGetsNoAnswer(Access access) throws InterruptedException {
        // Given
        oneReviewOfAPullRequestThatMovesVanishes(access);
        repository.content().put(Entity.PullRequest.opened(32, ADA, "Another", "", repository.now()));
        repository.content().put(Entity.Review.submitted(320_001, 32, BOB, "APPROVED", repository.now()));
        repository.fail("/pulls/31/reviews/310002");

        // When
        CycleReport report = repository.cycle();

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(latest(320_001).getState()).hasToString("APPROVED");
        assertThat(deletions()).isEmpty();
        assertThat(repository.gaps())
                .singleElement()
                .asString()
                .startsWith("reviews of #31: ")
                .contains("502");

        // When
        repository.recover();
        repository.forward(Duration.ofMinutes(1));
        repository.cycle();

        // Then
        assertThat(deletions()).containsExactly(review(2));
        assertThat(repository.gaps()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyAccess")
    void shouldNotAskForAllOfThemWhereGitHubAnswersAboutNone(Access access) throws InterruptedException {
        // Given
        restartAs(access);
        for (long pull = 31; pull <= 40; pull++) {
            repository.content().put(Entity.PullRequest.opened(pull, ADA, "Change", "", repository.now()));
            repository.content().put(Entity.Review.submitted(pull * 10_000, pull, BOB, "APPROVED", repository.now()));
        }
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        for (long pull = 31; pull <= 40; pull++) {
            repository.content().removeReview(pull * 10_000);
            repository
                    .content()
                    .put(Entity.PullRequest.opened(
                                    pull, ADA, "Change", "", repository.now().minus(Duration.ofHours(1)))
                            .touched(repository.now()));
        }
        repository.fail("/pulls/\\d+/reviews/\\d+");
        repository.github().forgetRequests();

        // When
        repository.cycle();

        // Then: a few, six attempts each
        assertThat(repository.asked("/pulls/\\d+/reviews/\\d+")).isEqualTo(3 * 6);
        assertThat(deletions()).isEmpty();
        assertThat(repository.gaps()).anyMatch(gap -> gap.startsWith("reviews: could not be read to the end"));

        // When
        repository.recover();
        repository.forward(Duration.ofMinutes(1));
        repository.cycle();

        // Then
        assertThat(deletions()).hasSize(10);
        assertThat(repository.gaps()).isEmpty();
    }

    @Test
    void shouldRetractOneOfAPageThatWasReadBeforeAnotherGaveNoAnswer() throws InterruptedException {
        // Given
        restartAs(Access.anonymous());
        pullRequestWithReviews(250);
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        touch();
        repository.fail("/pulls/31/reviews\\?.*page=[2-9].*");
        repository.cycle();
        repository.recover();
        repository.content().removeReview(review(7));
        repository.forward(Duration.ofMinutes(1));

        // When
        repository.cycle();

        // Then
        assertThat(deletions()).containsExactly(review(7));
        assertThat(repository.gaps()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyAccess")
    void shouldTakeNoneForDeletedWhilePullRequestsAreSwitchedOff(Access access) throws InterruptedException {
        // Given
        oneReviewOfAPullRequestThatMovesVanishes(access);
        // They are switched off after the list was read.
        repository
                .github()
                .faults()
                .decide(request -> request.matches(".*/pulls/31/reviews/310002")
                        ? Optional.of(new Fault.Reply(
                                410, Map.of(), "{\"message\": \"Pull requests are disabled for this repo\"}"))
                        : Optional.empty());

        // When
        repository.cycle();

        // Then
        assertThat(deletions()).isEmpty();
        assertThat(repository.gaps())
                .singleElement()
                .asString()
                .startsWith("reviews of #31: GitHub answered 410 Pull requests are disabled");
    }

    @Test
    void shouldAskForNoneThatIsListed() throws InterruptedException {
        // Given
        restartAs(Access.anonymous());
        pullRequestWithReviews(3);
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        touch();
        putReview(4);
        repository.github().forgetRequests();

        // When
        repository.cycle();

        // Then
        assertThat(repository.asked("/pulls/31/reviews")).isEqualTo(1);
        assertThat(repository.asked("/pulls/31/reviews/\\d+")).isZero();
        assertThat(deletions()).isEmpty();
    }

    private void oneReviewOfAPullRequestThatMovesVanishes(Access access) throws InterruptedException {
        restartAs(access);
        pullRequestWithReviews(3);
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        repository.content().removeReview(review(2));
        touch();
    }

    private void restartAs(Access access) {
        repository.close();
        repository = new CheckedRepository(access, 30);
    }

    private void pullRequestWithReviews(int reviews) {
        repository.content().put(Entity.PullRequest.opened(PULL, ADA, "Change", "", repository.now()));
        for (int count = 1; count <= reviews; count++) {
            putReview(count);
        }
    }

    private void putReview(int count) {
        repository.content().put(Entity.Review.submitted(review(count), PULL, BOB, "APPROVED", repository.now()));
    }

    private void touch() {
        repository
                .content()
                .put(Entity.PullRequest.opened(
                                PULL, ADA, "Change", "", repository.now().minus(Duration.ofHours(1)))
                        .touched(repository.now()));
    }

    private static long review(int count) {
        return PULL * 10_000 + count;
    }

    private Review latest(long id) {
        List<Review> all =
                reviews().stream().filter(review -> review.getId() == id).toList();
        return all.get(all.size() - 1);
    }

    private List<Long> deletions() {
        return reviews().stream().filter(Review::getDeleted).map(Review::getId).toList();
    }

    private List<Review> reviews() {
        return repository.sink().values(Topics.REVIEWS, Review.class);
    }
}
