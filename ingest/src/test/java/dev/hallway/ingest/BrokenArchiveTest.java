// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static dev.hallway.ingest.ArchiveImports.HOUR;
import static dev.hallway.ingest.ArchiveImports.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.Issue;
import dev.hallway.ingest.archive.ArchiveReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are not to be trusted, break off, or are none. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class BrokenArchiveTest {

    @TempDir
    private Path directory;

    private ArchiveImports archives;

    @BeforeEach
    void begin() {
        archives = new ArchiveImports(directory);
    }

    @Test
    void shouldRefuseHoursThatAreNotToBeTrusted() throws InterruptedException {
        // Given
        Path file = archives.file("2025-06-01-0.json.gz", ArchivedEvents.issue(NAME, 1));

        // When
        ArchiveReport report = archives.importing(file);

        // Then
        assertThat(report.complete()).isFalse();
        assertThat(report.refused()).isOne();
        assertThat(archives.sink().commits()).isZero();
        assertThat(archives.told())
                .singleElement()
                .asString()
                .startsWith("2025-06-01-0.json.gz refused: GH Archive lost events");
    }

    @Test
    void shouldReportBrokenLinesByNumberAndGoOn() throws InterruptedException {
        // Given
        ObjectNode poor = ArchivedEvents.issue(NAME, 4);
        ((ObjectNode) poor.path("payload").path("issue")).remove("html_url");
        ObjectNode nameless = ArchivedEvents.issue(NAME, 0);
        Path file = archives.file(
                HOUR,
                "{\"type\": \"Issu",
                "[]",
                ArchivedEvents.issue(NAME, 1),
                "{\"type\": 1}",
                poor,
                nameless,
                "null");

        // When
        ArchiveReport report = archives.importing(file);

        // Then
        assertThat(archives.told())
                .hasSize(6)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith(HOUR + ":1 not JSON"))
                .contains(
                        HOUR + ":2 not an event",
                        HOUR + ":4 'type' is not a string",
                        HOUR + ":5 issue #4: 'html_url' is not a string",
                        HOUR + ":6 issue #0: 'number' is 0, which is not above 0",
                        HOUR + ":7 not an event");
        assertThat(report.unreadable()).isEqualTo(6);
        assertThat(report.complete()).isTrue();
        assertThat(archives.sink().values(Topics.ISSUES, Issue.class)).hasSize(1);
        assertThat(archives.sink().values(Topics.INGEST_CURSORS, IngestCursor.class))
                .last()
                .satisfies(cursor ->
                        assertThat(cursor.getGaps()).hasSize(6).contains("line 2 of " + HOUR + ": not an event"));
    }

    @Test
    void shouldKeepWhatItReadOfAFileThatBreaksOffAndReadTheWholeOneLater() throws InterruptedException, IOException {
        // Given
        Path whole = archives.file(
                HOUR,
                LongStream.rangeClosed(1, 3_000)
                        .mapToObj(number -> ArchivedEvents.issue(NAME, number))
                        .toArray());
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));

        // When
        ArchiveReport first = archives.importing(whole);
        int read = archives.sink().values(Topics.ISSUES, Issue.class).size();
        Files.write(whole, bytes);
        ArchiveReport second = archives.importing(whole);

        // Then
        assertThat(first.complete()).isFalse();
        assertThat(first.brokenOff()).isOne();
        assertThat(archives.told()).singleElement().asString().startsWith(HOUR + ":" + (read + 1) + " broken off");
        assertThat(read).isBetween(1, 2_999);
        assertThat(second.complete()).isTrue();
        assertThat(archives.sink().values(Topics.ISSUES, Issue.class).stream()
                        .map(Issue::getNumber)
                        .distinct())
                .hasSize(3_000);
    }

    @Test
    void shouldSayThatAFileIsNoArchive() throws IOException, InterruptedException {
        // Given
        Path file = Files.writeString(directory.resolve(HOUR), "not gzip");

        // When
        ArchiveReport report = archives.importing(file);

        // Then
        assertThat(report.brokenOff()).isOne();
        assertThat(archives.told()).containsExactly(HOUR + ":0 broken off: Not in GZIP format");
    }
}
