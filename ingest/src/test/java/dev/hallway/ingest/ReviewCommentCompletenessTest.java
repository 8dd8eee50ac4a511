// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.Comment;
import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One comment that is hard to have does not keep ingest from looking through the others. */
class ReviewCommentCompletenessTest {

    private static final Account AUTHOR = Account.person(7, "ada");
    private static final Duration NEXT_RECONCILE = Duration.ofDays(8);

    private final CheckedRepository repository = new CheckedRepository(Access.anonymous(), 30);

    @BeforeEach
    void readFourPagesOfReviewComments() throws InterruptedException {
        for (long id = 10_000; id < 10_350; id++) {
            repository.content().put(Entity.ReviewComment.written(id, 15, 150, AUTHOR, "line", Community.FOUNDED));
        }
        repository.cycle();
    }

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @Test
    void shouldGoOnBehindACommentOfWhichGitHubTellsNothing() throws InterruptedException {
        // Given
        remove(10_001, 10_003, 10_340);
        repository.github().faults().next("/pulls/comments/10001", new Fault.Reply(451, Map.of(), "{}"));
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();
        List<String> named = repository.gaps();
        long found = repository.inventory().getDeletedComments();
        repository.forward(NEXT_RECONCILE);
        repository.cycle();

        // Then
        assertThat(named).singleElement().asString().startsWith("comments of #15: ");
        assertThat(found).isEqualTo(2);
        assertThat(repository.gaps()).isEmpty();
        assertThat(repository.inventory().getDeletedComments()).isEqualTo(3);
    }

    @Test
    void shouldGoOnBehindACommentThatIsThereThoughTheListLacksIt() throws InterruptedException {
        // Given
        remove(10_001, 10_003, 10_340);
        repository.github().faults().next("/pulls/comments/10001", new Fault.Reply(200, Map.of(), "{}"));
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();

        // Then
        assertThat(isDeleted(10_001)).isFalse();
        assertThat(isDeleted(10_003)).isTrue();
        assertThat(isDeleted(10_340)).isTrue();
        assertThat(repository.gaps()).isEmpty();
    }

    @Test
    void shouldAskForAVanishedPullRequestRatherThanForEachOfItsComments() throws InterruptedException {
        // Given
        repository.content().hide(15);
        repository.github().forgetRequests();
        repository.forward(NEXT_RECONCILE);

        // When
        repository.cycle();

        // Then
        assertThat(repository.inventory().getItems()).isEqualTo(29);
        assertThat(repository.asked("/issues/15")).isEqualTo(1);
        assertThat(repository.asked("/pulls/comments")).isEqualTo(1);
        assertThat(repository.asked("/pulls/comments/\\d+")).isZero();
    }

    private void remove(long... ids) {
        for (long id : ids) {
            repository.content().removeReviewComment(id);
        }
    }

    private boolean isDeleted(long id) {
        List<Comment> comments = repository.comments(id);
        return comments.get(comments.size() - 1).getDeleted();
    }
}
