// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.Topics;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.Inventory;
import dev.hallway.github.Issue;
import dev.hallway.github.ItemState;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NumberInventoryTest {

    private static final Instant THEN = Instant.parse("2024-01-01T00:00:00Z");

    private final NumberInventory book = new NumberInventory(null);

    @BeforeAll
    static void knowTheContract() {
        // Avro copies only classes that the contract has declared.
        assertThat(Topics.INPUTS).isNotEmpty();
    }

    @Test
    void shouldAddUpToTheHighestNumber() {
        // Given
        publishIssues(1, 2, 5);
        book.publish(pull(8));
        book.depart(3, Departure.DELETED);
        book.depart(4, Departure.TRANSFERRED);
        book.depart(6, Departure.ABSENT);

        // When
        Inventory inventory = book.inventory().build();

        // Then
        assertThat(inventory.getHighestNumber()).isEqualTo(8);
        assertThat(inventory.getItems()).isEqualTo(4);
        assertThat(inventory.getDeletedNumbers()).isEqualTo(1);
        assertThat(inventory.getTransferredNumbers()).isEqualTo(1);
        assertThat(inventory.getAbsentNumbers()).isEqualTo(1);
        assertThat(inventory.getUnexplainedNumbers()).isEqualTo(1);
        assertThat(inventory.getFirstUnexplained()).containsExactly(7L);
    }

    @Test
    void shouldStillAskForASuspectedItemOfWhichTheCommentsHaveNoAnswer() {
        // Given
        book.publish(pull(1));
        book.publish(pull(2));
        NumberSet listed = NumberSet.empty();
        listed.add(1);
        book.reconcile(listed);

        // When
        book.leaveCommentsUndecided(2);

        // Then
        assertThat(book.questions(10)).containsExactly(2L);
        assertThat(book.doubtedComments(10)).isEmpty();
        assertThat(book.holdsListedPullRequest(1)).isTrue();
        assertThat(book.holdsListedPullRequest(2)).isFalse();
    }

    @Test
    void shouldBeTheSameAfterItWasWrittenAndRead() {
        // Given
        publishIssues(1, 900_000);
        book.depart(2, Departure.DELETED);
        book.leaveUndecided(3);
        book.depart(4, Departure.ABSENT);
        book.classifyAsDiscussion(4);
        book.depart(5, Departure.ABSENT);
        book.classifyAsInvisible(5);
        book.doubtComments(1);
        book.countRepair();
        book.countSilentEdit();
        book.countRepairedComments(2);
        book.countDeletedComments(3);

        // When
        NumberInventory read = new NumberInventory(book.toRecord());

        // Then
        assertThat(read.changed()).isFalse();
        assertThat(read.toRecord()).isEqualTo(book.toRecord());
    }

    @Test
    void shouldStaySmallForARepositoryOfTenThousandItems() throws Exception {
        // Given
        for (int number = 1; number <= 10_000; number++) {
            book.publish(number % 3 == 0 ? pull(number) : issue(number));
        }

        // When
        int bytes = book.toRecord().toByteBuffer().remaining();

        // Then
        assertThat(bytes).isLessThan(2_600);
    }

    @Test
    void shouldNotChangeByWhatItKnows() {
        // Given
        publishIssues(1, 2);
        NumberInventory read = new NumberInventory(book.toRecord());

        // When
        read.publish(issue(2));

        // Then
        assertThat(read.changed()).isFalse();
    }

    @Test
    void shouldAskForItemsThatMayBeGoneBeforeTheLatestHoles() {
        // Given
        publishIssues(1, 2, 3, 10);
        NumberSet listed = NumberSet.empty();
        listed.add(1);
        listed.add(3);
        listed.add(10);

        // When
        book.reconcile(listed);

        // Then
        assertThat(book.questions(3)).containsExactly(2L, 8L, 9L);
        assertThat(book.questions(0)).isEmpty();
    }

    @Test
    void shouldLeaveAloneWhatGaveNoAnswerUntilTheNextReconcile() {
        // Given
        publishIssues(1, 3);
        book.leaveUndecided(2);
        NumberSet listed = NumberSet.empty();
        listed.add(1);
        listed.add(3);

        // When
        var before = book.questions(5);
        book.reconcile(listed);

        // Then
        assertThat(before).isEmpty();
        assertThat(book.questions(5)).containsExactly(2L);
        assertThat(book.inventory().build().getUnexplainedNumbers()).isEqualTo(1);
    }

    @Test
    void shouldForgetThatANumberWasADiscussionOnceItIsAnItem() {
        // Given
        publishIssues(1, 3);
        book.depart(2, Departure.ABSENT);
        book.classifyAsDiscussion(2);

        // When
        publishIssues(2);
        book.depart(2, Departure.ABSENT);

        // Then
        assertThat(book.inventory().build().getDiscussionNumbers()).isZero();
        assertThat(book.unclassified(5)).containsExactly(2L);
    }

    @Test
    void shouldDoubtTheCommentsOfItemsThatThereAreOnly() {
        // Given
        publishIssues(1, 2, 3);

        // When
        book.doubtComments(1);
        book.doubtComments(2);
        book.doubtComments(3);
        book.doubtComments(7);
        book.trustComments(1);
        book.depart(2, Departure.DELETED);

        // Then
        assertThat(book.doubtedComments(5)).containsExactly(3L);
    }

    @Test
    void shouldLookAgainAtAnExplainedNumberThatGitHubLists() {
        // Given
        publishIssues(1, 3);
        book.depart(2, Departure.ABSENT);
        NumberSet listed = NumberSet.empty();
        listed.add(1);
        listed.add(2);
        listed.add(3);

        // When
        book.reconcile(listed);

        // Then
        assertThat(book.questions(5)).containsExactly(2L);
    }

    @Test
    void shouldNotGrowWithoutBoundByANumberOutOfThisWorld() {
        // When
        publishIssues(1, Integer.MAX_VALUE, Long.MAX_VALUE);

        // Then
        assertThat(book.inventory().build().getHighestNumber()).isEqualTo(1);
    }

    @Test
    void shouldRefuseIntervalsThatAreNone() {
        // When
        var refusal = assertThatThrownBy(() -> new CheckSettings(1, Duration.ZERO, Duration.ofDays(7)));

        // Then
        refusal.isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The sweep interval is PT0S: it must be longer than 0.");
    }

    @Test
    void shouldTellItemsApartByEverythingButTheirTimes() {
        // Given
        Issue seenLater = Issue.newBuilder(issue(1))
                .setUpdatedAt(THEN.plusSeconds(5))
                .setObservedAt(THEN.plusSeconds(9))
                .build();
        Issue renamed = Issue.newBuilder(issue(1)).setTitle("Another").build();

        // When
        long hash = Fingerprints.of(issue(1)).getHash();

        // Then
        assertThat(Fingerprints.of(seenLater).getHash()).isEqualTo(hash);
        assertThat(Fingerprints.of(renamed).getHash()).isNotEqualTo(hash);
    }

    @Test
    void shouldTellReviewsApartByNumberIdAndState() {
        // Given
        Map<Long, String> states = new LinkedHashMap<>();
        states.put(2L, "APPROVED");
        states.put(1L, "COMMENTED");

        // When
        long hash = Fingerprints.ofReviews(2, states);

        // Then
        assertThat(Fingerprints.ofReviews(2, Map.of(1L, "COMMENTED", 2L, "APPROVED")))
                .isEqualTo(hash);
        assertThat(Fingerprints.ofReviews(2, Map.of(1L, "COMMENTED", 2L, "DISMISSED")))
                .isNotEqualTo(hash);
        assertThat(Fingerprints.ofReviews(2, Map.of(1L, "COMMENTED", 3L, "APPROVED")))
                .isNotEqualTo(hash);
        assertThat(Fingerprints.ofReviews(3, states)).isNotEqualTo(hash);
    }

    private void publishIssues(long... numbers) {
        for (long number : numbers) {
            book.publish(issue(number));
        }
    }

    private static Issue issue(long number) {
        return Issue.newBuilder()
                .setRepository("o/r")
                .setNumber(number)
                .setId(number)
                .setHtmlUrl("https://github.com/o/r/issues/" + number)
                .setTitle("Wish")
                .setState(ItemState.OPEN)
                .setAuthorAssociation(AuthorAssociation.NONE)
                .setSource(Source.REST)
                .setCreatedAt(THEN)
                .setUpdatedAt(THEN)
                .setObservedAt(THEN)
                .build();
    }

    private static PullRequest pull(long number) {
        return PullRequest.newBuilder()
                .setRepository("o/r")
                .setNumber(number)
                .setId(number)
                .setHtmlUrl("https://github.com/o/r/pull/" + number)
                .setTitle("Change")
                .setState(ItemState.OPEN)
                .setAuthorAssociation(AuthorAssociation.NONE)
                .setSource(Source.REST)
                .setCreatedAt(THEN)
                .setUpdatedAt(THEN)
                .setObservedAt(THEN)
                .build();
    }
}
