// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void shouldReadLinesOfAnyLengthAndTheLastWithoutAnEnd() throws IOException {
        // Given
        List<String> expected = List.of("a", "", "b".repeat(200_000), "c\r", "d".repeat(65_536), "e");
        InputStream stream =
                new ByteArrayInputStream(String.join("\n", expected).getBytes(UTF_8));

        // When
        List<String> read = new ArrayList<>();
        try (Lines lines = new Lines(stream)) {
            while (lines.next()) {
                read.add(new String(lines.bytes(), 0, lines.length(), UTF_8));
                assertThat(lines.number()).isEqualTo(read.size());
                assertThat(lines.isTooLong()).isFalse();
            }
        }

        // Then
        assertThat(read).containsExactlyElementsOf(expected);
    }

    @Test
    void shouldKeepOnlyTheBeginningOfALineThatNeverEnds() throws IOException {
        // Given
        byte[] endless = "x".repeat(Lines.LONGEST + 1).getBytes(UTF_8);
        byte[] file = new byte[endless.length + 2];
        System.arraycopy(endless, 0, file, 0, endless.length);
        file[endless.length] = '\n';
        file[endless.length + 1] = 'y';

        // When
        try (Lines lines = new Lines(new ByteArrayInputStream(file))) {
            boolean first = lines.next();

            // Then
            assertThat(first).isTrue();
            assertThat(lines.isTooLong()).isTrue();
            assertThat(lines.length()).isEqualTo(Lines.LONGEST);
            assertThat(lines.next()).isTrue();
            assertThat(lines.isTooLong()).isFalse();
            assertThat(lines.length()).isOne();
        }
    }
}
