// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompletenessNoteTest {

    private static final List<String> NO_GAPS = List.of();

    @Test
    void shouldSayWhatBecameOfEveryNumber() {
        // When
        CompletenessNote note = note(true, NO_GAPS, inventory(530, 518, 2, 1, 9, 0, List.of()));

        // Then
        assertThat(note.complete()).isTrue();
        assertThat(note.words())
                .isEqualTo("518 of 530 numbers are issues and pull requests held here; "
                        + "9 discussions or not visible, 2 deleted, 1 transferred; nothing missing");
    }

    @Test
    void shouldTellDiscussionsFromWhatIsNotVisibleWhereThatIsKnown() {
        // Given
        Inventory inventory = new Inventory(530, 518, 2, 1, 9, 0, List.of(), 0, 0, null, null, 6, 1, 0, 0, 0, null);

        // When
        CompletenessNote note = note(true, NO_GAPS, inventory);

        // Then
        assertThat(note.words())
                .isEqualTo("518 of 530 numbers are issues and pull requests held here; 6 discussions, 1 not visible, "
                        + "2 discussions or not visible, 2 deleted, 1 transferred; nothing missing");
    }

    @Test
    void shouldBeShortWhereThereIsNothingElse() {
        // When
        CompletenessNote note = note(true, NO_GAPS, inventory(530, 530, 0, 0, 0, 0, List.of()));

        // Then
        assertThat(note.words()).isEqualTo("all 530 numbers are issues and pull requests held here; nothing missing");
    }

    @Test
    void shouldNotTakeAnEmptyRepositoryForAnIncompleteOne() {
        // When
        CompletenessNote note = note(true, NO_GAPS, inventory(0, 0, 0, 0, 0, 0, List.of()));

        // Then
        assertThat(note).isEqualTo(new CompletenessNote(true, "no issues or pull requests; nothing missing"));
    }

    @Test
    void shouldNameWhatIsMissing() {
        // When
        CompletenessNote note = note(
                false,
                List.of("issue #4: no id", "issue #5: no id"),
                inventory(530, 522, 0, 0, 0, 8, List.of(3L, 17L, 20L, 21L, 22L, 23L)));

        // Then
        assertThat(note.complete()).isFalse();
        assertThat(note.words())
                .isEqualTo("522 of 530 numbers are issues and pull requests held here; missing: a part of the history, "
                        + "8 numbers not explained yet (#3, #17, #20, #21, #22 and 3 more), 2 named gaps");
    }

    @Test
    void shouldNotCallCompleteWhatIsMissingInOneWayOnly() {
        // Given
        Inventory explained = inventory(5, 5, 0, 0, 0, 0, List.of());

        // Then
        assertThat(note(false, NO_GAPS, explained).words()).endsWith("; missing: a part of the history");
        assertThat(note(true, List.of("issue #4: no id"), explained).words()).endsWith("; missing: 1 named gap");
        assertThat(note(true, NO_GAPS, inventory(5, 4, 0, 0, 0, 1, List.of(3L))).words())
                .endsWith("; missing: 1 number not explained yet (#3)");
        assertThat(note(true, NO_GAPS, null))
                .isEqualTo(new CompletenessNote(false, "its numbers are not accounted for yet"));
    }

    @Test
    void shouldSaySoOfSeveralRepositories() {
        // Then
        assertThat(CompletenessNote.of(3, List.of()))
                .isEqualTo(new CompletenessNote(true, "3 repositories; nothing missing"));
        assertThat(CompletenessNote.of(3, List.of("dapr/docs")))
                .isEqualTo(new CompletenessNote(false, "1 of 3 repositories incomplete: dapr/docs"));
    }

    private static CompletenessNote note(boolean historyComplete, List<String> gaps, @Nullable Inventory inventory) {
        return CompletenessNote.of(
                new RepositorySummary("dapr/dapr", "", Instant.EPOCH, historyComplete, gaps, inventory, null, null));
    }

    private static Inventory inventory(
            long highest, long items, long deleted, long transferred, long absent, long unexplained, List<Long> first) {
        return new Inventory(
                highest,
                items,
                deleted,
                transferred,
                absent,
                unexplained,
                first,
                0,
                0,
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                null);
    }
}
