// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Source;
import dev.hallway.ingest.page.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConversationScanTest {

    private static final Instant THEN = Instant.parse("2024-01-01T00:00:00Z");
    // More than are merged at once, and no multiple of it.
    private static final long MANY = 25_001;

    private final ConversationScan scan = new ConversationScan();

    @BeforeAll
    static void knowTheContract() {
        // Avro copies only classes that the contract has declared.
        assertThat(Topics.INPUTS).isNotEmpty();
    }

    @Test
    void shouldKnowTheLastOfManyCommentsInWhateverOrderTheyCame() {
        // Given: every third was deleted, which is the last that was seen of it
        List<Comment> comments = new ArrayList<>();
        for (long id = 1; id <= MANY; id++) {
            comments.add(comment(id, THEN, THEN, false));
            comments.add(comment(id, THEN.plusSeconds(id), THEN, false));
            if (id % 3 == 0) {
                comments.add(comment(id, THEN.plusSeconds(id), THEN.plusSeconds(1), true));
            }
        }
        Collections.shuffle(comments, new Random(7));

        // When
        comments.forEach(scan::accept);
        HeldConversation held = scan.held();
        CommentCounts counts = scan.counts();

        // Then
        assertThat(held.between(0, MANY, item -> true))
                .isEqualTo(LongStream.rangeClosed(1, MANY)
                        .filter(id -> id % 3 != 0)
                        .boxed()
                        .collect(Collectors.toSet()));
        assertThat(held.count(item -> item == 4))
                .isEqualTo(held.below(4).size())
                .isEqualTo(counts.below(4));
        assertThat(counts.below(MANY)).isZero();
        assertThat(held.news(listed(10, THEN.plusSeconds(10)))).isEmpty();
        assertThat(held.news(listed(10, THEN.plusSeconds(11)))).isPresent();
        assertThat(held.news(listed(9, THEN))).isPresent();
        assertThat(held.news(listed(MANY + 1, THEN))).isPresent();
    }

    @Test
    void shouldForgetWhatIsGone() {
        // Given
        LongStream.rangeClosed(1, 5).forEach(id -> scan.accept(comment(id, THEN, THEN, false)));
        HeldConversation held = scan.held();

        // When
        held.remove(Set.of(2L, 4L));

        // Then
        assertThat(held.between(1, 5, item -> true)).containsExactly(3L, 5L);
        assertThat(held.count(item -> true)).isEqualTo(3);
        assertThat(held.itemOf(5)).isEqualTo(5);
        assertThat(held.news(listed(2, THEN))).isPresent();
        assertThatThrownBy(() -> held.itemOf(6)).hasMessage("Comment 6 is not held.");
    }

    @Test
    void shouldNotBelieveAListThatIsHardlyLaterAboutATimeThatWentBack() {
        // Given
        Instant edited = THEN.plusSeconds(60);
        scan.accept(said("edited", edited, edited));
        HeldConversation held = scan.held();

        // When
        Optional<Snapshot> ofALaggingServer = held.news(listedAs("said", THEN, edited.plusSeconds(5)));
        Optional<Snapshot> later = held.news(listedAs("said", THEN, edited.plusSeconds(6)));

        // Then
        assertThat(ofALaggingServer).isEmpty();
        assertThat(later).get().extracting(Snapshot::updatedAt).isEqualTo(edited);
    }

    private static Snapshot listedAs(String body, Instant updatedAt, Instant observedAt) {
        return Snapshot.of(said(body, updatedAt, observedAt));
    }

    private static Comment said(String body, Instant updatedAt, Instant observedAt) {
        return Comment.newBuilder(comment(1, updatedAt, observedAt, false))
                .setBody(body)
                .build();
    }

    private static Snapshot listed(long id, Instant updatedAt) {
        return Snapshot.of(comment(id, updatedAt, updatedAt, false));
    }

    private static Comment comment(long id, Instant updatedAt, Instant observedAt, boolean deleted) {
        return Comment.newBuilder()
                .setRepository("Hall/Way")
                .setNumber(id % 100)
                .setId(id)
                .setKind(CommentKind.ISSUE_COMMENT)
                .setBody("said")
                .setCreatedAt(THEN)
                .setUpdatedAt(updatedAt)
                .setObservedAt(observedAt)
                .setDeleted(deleted)
                .setSource(Source.REST)
                .build();
    }
}
