// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.service.command.HallwayExitCode;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;

class StopReasonTest {

    @Test
    void shouldBlameTheDataDirectoryForStoresThatFailOnAStreamThread() {
        // Given
        ProcessorStateException unread = new ProcessorStateException(
                "Error while getting value from store community", new RocksDBException("Input/output error"));

        // When
        StopReason reason = StopReason.of(new StreamsException("Exception caught in process. taskId=0_1", unread));

        // Then
        assertThat(reason.exitCode()).isEqualTo(HallwayExitCode.DATA_DIRECTORY);
        assertThat(reason.sentence())
                .startsWith("The stores cannot be used: ")
                .contains("Input/output error", "rebuilt from Kafka");
    }

    @Test
    void shouldSayWhatHelpsAgainstARecordThatIsTooLarge() {
        // When
        StopReason reason = StopReason.of(new StreamsException(new RecordTooLargeException("2 MiB.")));

        // Then
        assertThat(reason.exitCode()).isEqualTo(HallwayExitCode.FAILED);
        assertThat(reason.sentence()).contains("2 MiB.", "max.message.bytes");
    }

    @Test
    void shouldPointToTheLogForAnyOtherFault() {
        // When
        StopReason reason = StopReason.of(new IllegalStateException("A fault of ours."));

        // Then
        assertThat(reason.exitCode()).isEqualTo(HallwayExitCode.FAILED);
        assertThat(reason.sentence()).contains("A fault of ours.", "log");
    }
}
