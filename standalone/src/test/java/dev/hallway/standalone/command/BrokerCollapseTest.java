// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hallway.service.command.HallwayExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;

class BrokerCollapseTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Integer> halts = new ArrayList<>();

    @Test
    void shouldSayWhyAndHalt() {
        // Given
        Exit.Procedure end =
                BrokerCollapse.end(() -> List.of("The disk is full."), new PrintStream(err, false, UTF_8), halts::add);

        // When
        end.execute(1, null);

        // Then
        assertThat(err.toString(UTF_8).lines()).containsExactly("hallway: The disk is full.");
        assertThat(halts).containsExactly(HallwayExitCode.DATA_DIRECTORY.code());
    }

    @Test
    void shouldHaltEvenIfNobodyCanSayWhy() {
        // Given
        Exit.Procedure end = BrokerCollapse.end(
                () -> {
                    throw new IllegalStateException("nobody knows");
                },
                new PrintStream(err, false, UTF_8),
                halts::add);

        // When
        assertThatIllegalStateException().isThrownBy(() -> end.execute(1, null));

        // Then
        assertThat(halts).containsExactly(HallwayExitCode.DATA_DIRECTORY.code());
    }
}
