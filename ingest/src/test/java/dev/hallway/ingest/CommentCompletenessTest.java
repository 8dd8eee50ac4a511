// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No comment is missing, and none that is gone stays, without ingest knowing it. */
class CommentCompletenessTest {

    private static final Account AUTHOR = Account.person(7, "ada");
    private static final Duration NEXT_RECONCILE = Duration.ofDays(8);
    private static final String COUNT = "/pulls/comments\\?per_page=1$";
    private static final Fault EMPTY_LIST = new Fault.Reply(200, Map.of(), "[]");

    private final CheckedRepository repository = new CheckedRepository(Access.anonymous(), 30);

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @Test
    void shouldSpendARequestOnReviewCommentsAndNoneOnOthersWhereNothingIsWrong() throws InterruptedException {
        // Given
        repository.cycle();
        repository.github().forgetRequests();
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();

        // Then
        assertThat(repository.asked("/issues/\\d+/comments")).isZero();
        assertThat(repository.asked("/comments/\\d+")).isZero();
        assertThat(repository.asked("/pulls/comments")).isEqualTo(1);
        assertThat(repository.inventory().getLastReconcileAt()).isEqualTo(repository.now());
    }

    @Test
    void shouldPublishThatAnIssueCommentIsGone() throws InterruptedException {
        // Given
        repository.cycle();
        repository.content().removeIssueComment(41);
        repository.github().forgetRequests();
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();

        // Then
        List<Comment> comments = repository.comments(41);
        Comment last = comments.get(comments.size() - 1);
        assertThat(last.getDeleted()).isTrue();
        assertThat(last.getBody()).isEqualTo("said 1");
        assertThat(last.getUpdatedAt()).isEqualTo(comments.get(0).getUpdatedAt());
        assertThat(last.getObservedAt()).isEqualTo(repository.now());
        assertThat(deletions()).isEqualTo(1);
        assertThat(repository.asked("/issues/\\d+/comments")).isEqualTo(1);
        assertThat(repository.asked("/issues/comments/41")).isEqualTo(1);
        assertThat(repository.inventory().getDeletedComments()).isEqualTo(1);
    }

    @Test
    void shouldPublishThatAReviewCommentIsGone() throws InterruptedException {
        // Given
        repository.cycle();
        repository.content().removeReviewComment(155);
        repository.github().forgetRequests();
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();

        // Then
        List<Comment> comments = repository.comments(155);
        assertThat(comments.get(comments.size() - 1).getDeleted()).isTrue();
        assertThat(deletions()).isEqualTo(1);
        assertThat(repository.asked("/pulls/comments/155")).isEqualTo(1);
        assertThat(repository.inventory().getDeletedComments()).isEqualTo(1);
    }

    @Test
    void shouldPublishCommentsThatNoListHadShown() throws InterruptedException {
        // Given
        repository.cycle();
        repository.content().put(Entity.IssueComment.written(49, 4, AUTHOR, "missed", Community.FOUNDED));
        repository.content().put(Entity.ReviewComment.written(159, 15, 150, AUTHOR, "missed", Community.FOUNDED));
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();

        // Then
        assertThat(repository.comments(49)).extracting(Comment::getBody).containsExactly("missed");
        assertThat(repository.comments(159)).extracting(Comment::getBody).containsExactly("missed");
        assertThat(repository.inventory().getRepairedComments()).isEqualTo(2);
        assertThat(repository.inventory().getDeletedComments()).isZero();
    }

    @Test
    void shouldFindAMissedEditAmongTheCommentsItLists() throws InterruptedException {
        // Given
        repository.cycle();
        Comment known = repository.comments(40).get(0);
        repository
                .content()
                .put(Entity.IssueComment.written(40, 4, AUTHOR, "first", known.getUpdatedAt())
                        .edited("edited", known.getUpdatedAt().plusSeconds(1)));
        repository.content().removeIssueComment(41);
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();

        // Then
        assertThat(repository.comments(40)).extracting(Comment::getBody).contains("edited");
        assertThat(repository.inventory().getRepairedComments()).isEqualTo(1);
    }

    @Test
    void shouldCostNothingInAnIdlePollAfterADeletionWasFound() throws InterruptedException {
        // Given
        repository.cycle();
        repository.content().removeIssueComment(41);
        repository.content().removeReviewComment(155);
        repository.forward(NEXT_RECONCILE);
        repository.cycle();
        repository.cycle();
        repository.github().forgetRequests();
        repository.forward(Duration.ofMinutes(1));

        // When
        repository.cycle();

        // Then
        assertThat(repository.statuses()).containsExactly(304);
    }

    @Test
    void shouldListTheCommentsOfFewItemsInOneOfManyCycles() throws InterruptedException {
        // Given
        repository.cycle();
        for (long item = 1; item <= 25; item++) {
            repository.content().removeIssueComment(item * 10);
        }
        repository.github().forgetRequests();
        repository.forward(NEXT_RECONCILE);

        // When
        repository.poll();
        long deletedAtFirst = repository.inventory().getDeletedComments();
        repository.poll();
        repository.poll();

        // Then
        assertThat(deletedAtFirst).isEqualTo(10);
        assertThat(repository.inventory().getDeletedComments()).isEqualTo(25);
        assertThat(repository.asked("/issues/\\d+/comments")).isEqualTo(25);
    }

    @Test
    void shouldListTheCommentsOfAllItemsInARunThatIsTheOnlyOne() throws InterruptedException {
        // Given
        repository.cycle();
        for (long item = 1; item <= 25; item++) {
            repository.content().removeIssueComment(item * 10);
        }
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();

        // Then
        assertThat(repository.inventory().getDeletedComments()).isEqualTo(25);
        assertThat(repository.gaps()).isEmpty();
    }

    @Test
    void shouldSayOfHowManyItemsCommentsAreStillToBeCompared() throws InterruptedException {
        // Given
        repository.cycle();
        for (long item = 1; item <= 12; item++) {
            repository.content().removeIssueComment(item * 10);
        }
        repository.forward(NEXT_RECONCILE);

        // When
        repository.poll();
        List<String> meanwhile = repository.gaps();
        repository.poll();

        // Then
        assertThat(meanwhile)
                .containsExactly(
                        "comments of 2 items: GitHub's count differs from the number held; they are being compared");
        assertThat(repository.gaps()).isEmpty();
    }

    @Test
    void shouldNotBelieveAListThatLacksComments() throws InterruptedException {
        // Given
        repository.cycle();
        repository.content().put(Entity.IssueComment.written(49, 4, AUTHOR, "missed", Community.FOUNDED));
        repository.content().put(Entity.ReviewComment.written(159, 15, 150, AUTHOR, "missed", Community.FOUNDED));
        repository.github().faults().next("/issues/4/comments", EMPTY_LIST);
        repository.github().faults().next(COUNT, EMPTY_LIST);
        repository.github().faults().next("/pulls/comments\\?per_page=100$", EMPTY_LIST);
        repository.github().forgetRequests();
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();
        repository.cycle();

        // Then
        assertThat(deletions()).isZero();
        assertThat(repository.inventory().getDeletedComments()).isZero();
        // All three of the item, and as many of the repository as it takes to see that the list is broken.
        assertThat(repository.asked("/issues/comments/\\d+")).isEqualTo(3);
        assertThat(repository.asked("/pulls/comments/\\d+")).isEqualTo(5);
    }

    @Test
    void shouldNameWhatGitHubDoesNotTellUntilTheNextReconcileKnows() throws InterruptedException {
        // Given
        repository.cycle();
        repository.content().removeIssueComment(41);
        repository.content().removeReviewComment(155);
        Fault refused = new Fault.Reply(451, Map.of(), "{\"message\": \"Not here\"}");
        repository.github().faults().next("/issues/comments/41", refused);
        repository.github().faults().next("/pulls/comments/155", refused);
        repository.forward(NEXT_RECONCILE);

        // When
        boolean complete = repository.cycle().complete();
        List<String> named = repository.gaps();
        repository.github().forgetRequests();
        repository.forward(Duration.ofMinutes(1));
        repository.cycle();
        List<Integer> statuses = repository.statuses();
        repository.forward(NEXT_RECONCILE);
        repository.cycle();

        // Then
        assertThat(complete).isTrue();
        assertThat(named)
                .containsExactlyInAnyOrder(
                        "comments of #4: /repos/Hall/Way/issues/comments/41: GitHub answered 451 Not here",
                        "comments of #15: /repos/Hall/Way/pulls/comments/155: GitHub answered 451 Not here");
        assertThat(statuses).containsExactly(304);
        assertThat(repository.gaps()).isEmpty();
        assertThat(repository.inventory().getDeletedComments()).isEqualTo(2);
    }

    @Test
    void shouldLookThroughMoreReviewCommentsThanAPageHolds() throws InterruptedException {
        // Given
        for (long id = 10_000; id < 10_350; id++) {
            repository.content().put(Entity.ReviewComment.written(id, 15, 150, AUTHOR, "line", Community.FOUNDED));
        }
        repository.cycle();
        for (long id = 10_000; id < 10_350; id += 2) {
            repository.content().removeReviewComment(id);
        }
        repository.content().put(Entity.ReviewComment.written(159, 15, 150, AUTHOR, "missed", Community.FOUNDED));
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();

        // Then
        assertThat(repository.inventory().getDeletedComments()).isEqualTo(175);
        assertThat(repository.inventory().getRepairedComments()).isEqualTo(1);
    }

    @Test
    void shouldListReviewCommentsWhereGitHubDoesNotTellTheirNumber() throws InterruptedException {
        // Given
        repository.cycle();
        repository.content().removeReviewComment(155);
        String next = "<" + repository.github().url() + "/repos/Hall/Way/pulls/comments?after=x>; rel=\"next\"";
        repository.github().faults().next(COUNT, new Fault.Reply(200, Map.of("Link", next), "[{}]"));
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();

        // Then
        assertThat(repository.inventory().getDeletedComments()).isEqualTo(1);
    }

    @Test
    void shouldEndWithTheSameRecordsWhereverALookForCommentsWasKilled() throws InterruptedException {
        // Given
        for (long id = 10_000; id < 10_250; id++) {
            repository.content().put(Entity.ReviewComment.written(id, 15, 150, AUTHOR, "line", Community.FOUNDED));
        }
        repository.cycle();
        repository.content().removeIssueComment(41);
        repository.content().removeIssueComment(110);
        repository.content().removeReviewComment(10_005);
        repository.content().removeReviewComment(10_249);
        repository.forward(NEXT_RECONCILE);
        InMemorySink whole = repository.sink().copy();
        repository.cycleInto(whole);
        int commits = whole.commits();

        // When, Then
        assertThat(whole.values(Topics.COMMENTS, Comment.class).stream().filter(Comment::getDeleted))
                .hasSize(4);
        for (int killedAt = 0; killedAt < commits; killedAt++) {
            InMemorySink target = repository.sink().copy();
            target.refuseCommit(killedAt);
            assertThatThrownBy(() -> repository.cycleInto(target)).isInstanceOf(KafkaException.class);
            repository.cycleInto(target);
            assertThat(target.entities()).as("killed at commit %s", killedAt).isEqualTo(whole.entities());
        }
    }

    private long deletions() {
        return repository.sink().values(Topics.COMMENTS, Comment.class).stream()
                .filter(Comment::getDeleted)
                .count();
    }
}
