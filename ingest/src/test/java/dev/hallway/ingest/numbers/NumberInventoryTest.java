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

    private final NumberInventory numbers = new NumberInventory(null);

    @BeforeAll
    static void knowTheContract() {
        // Avro copies only classes that the contract has declared.
        assertThat(Topics.INPUTS).isNotEmpty();
    }

    @Test
    void shouldAddUpToTheHighestNumber() {
        // Given
        publishIssues(1, 2, 5);
        numbers.publish(pull(8));
        numbers.depart(3, Departure.DELETED);
        numbers.depart(4, Departure.TRANSFERRED);
        numbers.depart(6, Departure.ABSENT);

        // When
        Inventory inventory = numbers.toInventory().build();

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
        numbers.publish(pull(1));
        numbers.publish(pull(2));
        NumberSet listed = NumberSet.empty();
        listed.add(1);
        numbers.reconcile(listed);

        // When
        numbers.leaveCommentsUndecided(2);

        // Then
        assertThat(numbers.questions(10)).containsExactly(2L);
        assertThat(numbers.doubtedComments(10)).isEmpty();
        assertThat(numbers.holdsListedPullRequest(1)).isTrue();
        assertThat(numbers.holdsListedPullRequest(2)).isFalse();
    }

    @Test
    void shouldBeTheSameAfterItWasWrittenAndRead() {
        // Given
        publishIssues(1, 900_000);
        numbers.depart(2, Departure.DELETED);
        numbers.leaveUndecided(3);
        numbers.depart(4, Departure.ABSENT);
        numbers.classifyAsDiscussion(4);
        numbers.depart(5, Departure.ABSENT);
        numbers.classifyAsInvisible(5);
        numbers.doubtComments(1);
        numbers.countRepair();
        numbers.countSilentEdit();
        numbers.countRepairedComments(2);
        numbers.countDeletedComments(3);

        // When
        NumberInventory read = new NumberInventory(numbers.toRecord());

        // Then
        assertThat(read.changed()).isFalse();
        assertThat(read.toRecord()).isEqualTo(numbers.toRecord());
    }

    @Test
    void shouldStaySmallForARepositoryOfTenThousandItems() throws Exception {
        // Given
        for (int number = 1; number <= 10_000; number++) {
            numbers.publish(number % 3 == 0 ? pull(number) : issue(number));
        }

        // When
        int bytes = numbers.toRecord().toByteBuffer().remaining();

        // Then
        assertThat(bytes).isLessThan(2_600);
    }

    @Test
    void shouldNotChangeByWhatItKnows() {
        // Given
        publishIssues(1, 2);
        NumberInventory read = new NumberInventory(numbers.toRecord());

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
        numbers.reconcile(listed);

        // Then
        assertThat(numbers.questions(3)).containsExactly(2L, 8L, 9L);
        assertThat(numbers.questions(0)).isEmpty();
    }

    @Test
    void shouldLeaveAloneWhatGaveNoAnswerUntilTheNextReconcile() {
        // Given
        publishIssues(1, 3);
        numbers.leaveUndecided(2);
        NumberSet listed = NumberSet.empty();
        listed.add(1);
        listed.add(3);

        // When
        var before = numbers.questions(5);
        numbers.reconcile(listed);

        // Then
        assertThat(before).isEmpty();
        assertThat(numbers.questions(5)).containsExactly(2L);
        assertThat(numbers.toInventory().build().getUnexplainedNumbers()).isEqualTo(1);
    }

    @Test
    void shouldForgetThatANumberWasADiscussionOnceItIsAnItem() {
        // Given
        publishIssues(1, 3);
        numbers.depart(2, Departure.ABSENT);
        numbers.classifyAsDiscussion(2);

        // When
        publishIssues(2);
        numbers.depart(2, Departure.ABSENT);

        // Then
        assertThat(numbers.toInventory().build().getDiscussionNumbers()).isZero();
        assertThat(numbers.unclassified(5)).containsExactly(2L);
    }

    @Test
    void shouldDoubtTheCommentsOfItemsThatThereAreOnly() {
        // Given
        publishIssues(1, 2, 3);

        // When
        numbers.doubtComments(1);
        numbers.doubtComments(2);
        numbers.doubtComments(3);
        numbers.doubtComments(7);
        numbers.trustComments(1);
        numbers.depart(2, Departure.DELETED);

        // Then
        assertThat(numbers.doubtedComments(5)).containsExactly(3L);
    }

    @Test
    void shouldLookAgainAtAnExplainedNumberThatGitHubLists() {
        // Given
        publishIssues(1, 3);
        numbers.depart(2, Departure.ABSENT);
        NumberSet listed = NumberSet.empty();
        listed.add(1);
        listed.add(2);
        listed.add(3);

        // When
        numbers.reconcile(listed);

        // Then
        assertThat(numbers.questions(5)).containsExactly(2L);
    }

    @Test
    void shouldNotGrowWithoutBoundByANumberOutOfThisWorld() {
        // When
        publishIssues(1, Integer.MAX_VALUE, Long.MAX_VALUE);

        // Then
        assertThat(numbers.toInventory().build().getHighestNumber()).isEqualTo(1);
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
            this.numbers.publish(issue(number));
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
