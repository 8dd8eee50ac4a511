// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hallway.streams.state.UnreadableStoreException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

class UnreadableStoresTest {

    private static final TaskId TASK = new TaskId(0, 2);

    private final UnreadableStores unreadable = new UnreadableStores();
    private final List<String> done = new ArrayList<>();

    @Test
    void shouldHaveTheTaskRebuiltWhoseStoreCannotBeRead() {
        // When
        Runnable work = () -> {
            throw new UnreadableStoreException("The table breaks off", null);
        };

        // Then
        assertThatExceptionOfType(UnreadableStoreException.class)
                .isThrownBy(() -> unreadable.guard(TASK, work))
                .satisfies(unread -> assertThat(UnreadableStores.caused(new RuntimeException(unread)))
                        .isTrue());
    }

    @Test
    void shouldHaveTheTaskRebuiltOnceOfWhichAQueryReported() {
        // Given
        unreadable.report(2, new UnreadableStoreException("A query met it", null));
        unreadable.guard(new TaskId(0, 1), () -> done.add("another partition"));

        // When
        assertThatExceptionOfType(UnreadableStoreException.class)
                .isThrownBy(() -> unreadable.guard(TASK, () -> done.add("before it was rebuilt")))
                .satisfies(unread -> assertThat(UnreadableStores.caused(new RuntimeException(unread)))
                        .isTrue());
        unreadable.guard(TASK, () -> done.add("afterwards"));

        // Then
        assertThat(done).containsExactly("another partition", "afterwards");
    }

    @Test
    void shouldLeaveOtherFaultsAsTheyAre() {
        // When
        Runnable work = () -> {
            throw new IllegalStateException("a fault of ours");
        };

        // Then
        assertThatIllegalStateException()
                .isThrownBy(() -> unreadable.guard(TASK, work))
                .withMessage("a fault of ours");
    }

    @Test
    void shouldTellDamagedFilesOfAStore() {
        // When
        boolean damaged = DamagedFiles.caused(new RuntimeException(opening(Status.Code.Corruption)));

        // Then
        assertThat(damaged).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"IOError", "Aborted", "Busy"})
    void shouldNotTakeAFullOrBusyDiskForDamage(Status.Code code) {
        // When
        boolean damaged = DamagedFiles.caused(new RuntimeException(opening(code)));

        // Then
        assertThat(damaged).isFalse();
    }

    @Test
    void shouldNotTakeOtherFaultsForDamage() {
        // When
        boolean damaged = DamagedFiles.caused(new ProcessorStateException("locked"));

        // Then
        assertThat(damaged).isFalse();
    }

    private static ProcessorStateException opening(Status.Code code) {
        RocksDBException refused = new RocksDBException(new Status(code, Status.SubCode.None, "refused"));
        return new ProcessorStateException("Error opening store community", refused);
    }
}
