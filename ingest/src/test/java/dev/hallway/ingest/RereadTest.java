// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.Topics;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.Comment;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments and reviews are read again, a share every week: what their authors are to the repository changes silently. */
class RereadTest {

    private static final Access WITH_TOKEN = Access.with(new Token("ghp_secret"));
    private static final Account BOB = Account.person(8, "bob");
    private static final Instant LONG_AGO = Instant.parse("2023-01-01T04:00:00Z");
    // Of the pull request #3, see Community.
    private static final long PULL = 3;
    private static final long ISSUE_COMMENT = 100_001;
    private static final long REVIEW_COMMENT = 100_002;
    private static final long REVIEW = 100_003;

    private CheckedRepository repository = CheckedRepository.readAgain(WITH_TOKEN, 30);

    static Stream<Access> everyAccess() {
        return Stream.of(Access.anonymous(), WITH_TOKEN);
    }

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @ParameterizedTest
    @MethodSource("everyAccess")
    void shouldPublishOtherAssociations(Access access) throws InterruptedException {
        // Given
        restartAs(access);
        putRemarks("NONE");
        repository.cycle();
        Instant firstRead = repository.now();
        putRemarks("MEMBER");
        nextWeek();

        // When
        repository.cycle();

        // Then
        assertThat(comments(ISSUE_COMMENT)).last().isEqualTo(AuthorAssociation.MEMBER);
        assertThat(comments(REVIEW_COMMENT)).last().isEqualTo(AuthorAssociation.MEMBER);
        assertThat(reviews(REVIEW)).last().isEqualTo(AuthorAssociation.MEMBER);
        assertThat(repository.inventory().getOldestReadAt())
                .isEqualTo(repository.now())
                .isAfter(firstRead);
        assertThat(repository.gaps()).isEmpty();
    }

    @Test
    void shouldSayWhenEverythingWasReadFirst() throws InterruptedException {
        // Given
        repository.cycle();
        Instant firstRead = repository.now();
        repository.forward(Duration.ofDays(2));

        // When
        repository.cycle();

        // Then
        assertThat(repository.inventory().getOldestReadAt()).isEqualTo(firstRead);
    }

    @ParameterizedTest
    @MethodSource("everyAccess")
    void shouldPublishNothingThatIsHeldAsItIs(Access access) throws InterruptedException {
        // Given
        restartAs(access);
        putRemarks("NONE");
        repository.cycle();
        nextWeek();
        repository.cycle();
        int comments = allComments().size();
        int reviews = allReviews().size();
        int pulls = pulls();
        nextWeek();

        // When
        repository.cycle();

        // Then
        assertThat(allComments()).hasSize(comments);
        assertThat(allReviews()).hasSize(reviews);
        assertThat(pulls()).isEqualTo(pulls);
    }

    @Test
    void shouldRetractWhatIsGone() throws InterruptedException {
        // Given
        putRemarks("NONE");
        repository.cycle();
        repository.content().removeIssueComment(ISSUE_COMMENT);
        repository.content().removeReview(REVIEW);
        // One gone and another missed: no count shows that.
        repository.content().put(Entity.IssueComment.written(100_004, PULL, BOB, "missed", LONG_AGO));
        nextWeek();

        // When
        repository.cycle();

        // Then
        assertThat(allComments().stream().filter(Comment::getDeleted).map(Comment::getId))
                .containsExactly(ISSUE_COMMENT);
        assertThat(comments(100_004)).hasSize(1);
        assertThat(allReviews().stream().filter(Review::getDeleted).map(Review::getId))
                .containsExactly(REVIEW);
        assertThat(repository.inventory().getDeletedReviews()).isEqualTo(1);
    }

    @Test
    void shouldCostARequestForAHundredCommentsAndAQueryForFiftyPullRequests() throws InterruptedException {
        // Given: 990 issue comments, and review comments and reviews of 110 pull requests
        repository.close();
        repository = CheckedRepository.readAgain(WITH_TOKEN, 330);
        repository.cycle();
        nextWeek();
        repository.cycle();
        nextWeek();
        repository.github().forgetRequests();

        // When
        repository.cycle();

        // Then: and one that compares the sum of the review comments
        assertThat(repository.asked("/issues/comments(\\?page=.*)?")).isEqualTo(10);
        assertThat(repository.asked("/pulls/comments(\\?page=.*)?")).isEqualTo(1 + 2);
        assertThat(repository.asked("/graphql")).isEqualTo(3);
    }

    @Test
    void shouldReadFewReviewsAtOnceWithoutATokenAndSayHowOldTheOldestAre() throws InterruptedException {
        // Given
        repository.close();
        repository = CheckedRepository.readAgain(Access.anonymous(), 180);
        repository.cycle();
        Instant firstRead = repository.now();
        nextWeek();
        repository.github().forgetRequests();
        repository.cycle();
        Instant firstTurn = repository.now();
        long requests = repository.asked("/pulls/\\d+/reviews");
        Instant afterOneTurn = repository.inventory().getOldestReadAt();
        nextWeek();

        // When
        repository.cycle();

        // Then
        assertThat(requests).isEqualTo(50);
        assertThat(afterOneTurn).isEqualTo(firstRead);
        assertThat(repository.asked("/pulls/\\d+/reviews")).isEqualTo(60);
        assertThat(repository.inventory().getOldestReadAt()).isEqualTo(firstTurn);
    }

    @Test
    void shouldTryAgainInTheNextTurnWhereGitHubDoesNotAnswer() throws InterruptedException {
        // Given
        putRemarks("NONE");
        repository.cycle();
        Instant firstRead = repository.now();
        putRemarks("OWNER");
        nextWeek();
        repository
                .github()
                .faults()
                .decide(path -> path.matches(".*/(issues|pulls)/comments\\?per_page=100")
                        ? Optional.of(new Fault.Reply(422, Map.of(), "{\"message\": \"No.\"}"))
                        : Optional.empty());
        boolean complete = repository.cycle().complete();
        Instant refused = repository.inventory().getOldestReadAt();
        repository.recover();
        nextWeek();

        // When
        repository.cycle();

        // Then
        assertThat(complete).isTrue();
        assertThat(refused).isEqualTo(firstRead);
        assertThat(comments(ISSUE_COMMENT)).last().isEqualTo(AuthorAssociation.OWNER);
        assertThat(repository.inventory().getOldestReadAt()).isAfter(firstRead);
    }

    @ParameterizedTest
    @MethodSource("everyAccess")
    void shouldTryAgainInTheNextTurnWhereGitHubDoesNotAnswerAboutAMissingReview(Access access)
            throws InterruptedException {
        // Given
        restartAs(access);
        putRemarks("NONE");
        repository.cycle();
        Instant firstRead = repository.now();
        repository.content().removeReview(REVIEW);
        nextWeek();
        repository.fail("/pulls/3/reviews/" + REVIEW);
        boolean complete = repository.cycle().complete();
        List<String> gaps = repository.gaps();
        Instant refused = repository.inventory().getOldestReadAt();
        repository.recover();
        nextWeek();

        // When
        repository.cycle();

        // Then
        assertThat(complete).isTrue();
        assertThat(gaps).isEmpty();
        assertThat(refused).isEqualTo(firstRead);
        assertThat(allReviews().stream().filter(Review::getDeleted).map(Review::getId))
                .containsExactly(REVIEW);
        assertThat(repository.inventory().getOldestReadAt()).isAfter(firstRead);
    }

    @Test
    void shouldNameWhatCouldNotBeVerified() throws InterruptedException {
        // Given
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        repository.fail("/(issues|pulls)/comments\\?per_page=\\d+");

        // When
        CycleReport report = repository.cycleThatVerifies();

        // Then
        assertThat(report.complete()).isFalse();
        assertThat(repository.gaps())
                .hasSize(2)
                .anyMatch(gap -> gap.startsWith("issue comment reread: could not be read to the end"))
                .anyMatch(gap -> gap.startsWith("review comment reread: could not be read to the end"));

        // When
        repository.recover();
        repository.cycle();

        // Then
        assertThat(repository.gaps()).isEmpty();
    }

    @Test
    void shouldNotTakeTheGapOfTheReconcileForOneOfCommentsThatWereNeverReadAgain() throws InterruptedException {
        // Given: a version that read nothing again
        repository.cycle();
        nextWeek();
        repository.fail("/issues\\?state=all&sort=created.*");
        repository.cycle();
        List<String> gaps = repository.gaps();
        repository.recover();
        InMemorySink before = repository.sink().without(key -> key.endsWith("reread"));

        // When
        repository.cycleThatVerifiesInto(before);

        // Then
        assertThat(gaps).singleElement().asString().startsWith("reconcile: ");
        assertThat(before.repository("hall/way").getGaps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void shouldGoOnVerifyingWhereItWasKilled(int commit) throws InterruptedException {
        // Given
        putRemarks("NONE");
        repository.cycle();
        repository.forward(Duration.ofHours(1));
        putRemarks("MEMBER");
        repository.sink().refuseCommit(repository.sink().commits() + commit);
        assertThatThrownBy(repository::cycleThatVerifies).isInstanceOf(KafkaException.class);

        // When
        repository.cycle();

        // Then
        assertThat(comments(ISSUE_COMMENT)).last().isEqualTo(AuthorAssociation.MEMBER);
        assertThat(comments(REVIEW_COMMENT)).last().isEqualTo(AuthorAssociation.MEMBER);
        assertThat(reviews(REVIEW)).last().isEqualTo(AuthorAssociation.MEMBER);
        assertThat(repository.inventory().getOldestReadAt()).isEqualTo(repository.now());
    }

    private void restartAs(Access access) {
        repository.close();
        repository = CheckedRepository.readAgain(access, 30);
    }

    private void putRemarks(String association) {
        repository
                .content()
                .put(Entity.IssueComment.written(ISSUE_COMMENT, PULL, BOB, "said", LONG_AGO)
                        .associated(association));
        repository
                .content()
                .put(Entity.ReviewComment.written(REVIEW_COMMENT, PULL, REVIEW, BOB, "here", LONG_AGO)
                        .associated(association));
        repository
                .content()
                .put(Entity.Review.submitted(REVIEW, PULL, BOB, "APPROVED", LONG_AGO)
                        .associated(association));
    }

    private void nextWeek() {
        repository.forward(Duration.ofDays(8));
    }

    private List<AuthorAssociation> comments(long id) {
        return repository.comments(id).stream()
                .map(Comment::getAuthorAssociation)
                .toList();
    }

    private List<AuthorAssociation> reviews(long id) {
        return allReviews().stream()
                .filter(review -> review.getId() == id)
                .map(Review::getAuthorAssociation)
                .toList();
    }

    private List<Comment> allComments() {
        return repository.sink().values(Topics.COMMENTS, Comment.class);
    }

    private List<Review> allReviews() {
        return repository.sink().values(Topics.REVIEWS, Review.class);
    }

    private int pulls() {
        return repository.sink().values(Topics.PULL_REQUESTS, PullRequest.class).size();
    }
}
