// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static dev.hallway.ingest.ArchiveImports.HOUR;
import static dev.hallway.ingest.ArchiveImports.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.ingest.archive.ArchiveFiles;
import dev.hallway.ingest.archive.ArchiveReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are read, and how far they have been read. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class ArchiveProgressTest {

    @TempDir
    private Path directory;

    private ArchiveImports archives;

    @BeforeEach
    void begin() {
        archives = new ArchiveImports(directory);
    }

    @Test
    void shouldFindTheFilesOfADirectoryByHour() {
        // Given
        archives.file("2016-03-04-10.json.gz");
        archives.file("2016-03-04-9.json.gz");

        // When
        List<Path> files = ArchiveFiles.find(List.of(directory));

        // Then
        assertThat(files)
                .extracting(path -> path.getFileName().toString())
                .containsExactly("2016-03-04-9.json.gz", "2016-03-04-10.json.gz");
    }

    @Test
    void shouldChangeNothingWhenAFileIsReadAgain() throws InterruptedException {
        // Given
        Path file = archives.file(HOUR, ArchivedEvents.issue(NAME, 1));
        archives.importing(file);
        int commits = archives.sink().commits();

        // When
        ArchiveReport again = archives.importing(file);

        // Then
        assertThat(again.readBefore()).isOne();
        assertThat(archives.sink().commits()).isEqualTo(commits);
    }

    @Test
    void shouldReadAFileForARepositoryThatIsNamedLater() throws InterruptedException {
        // Given
        Path file = archives.file(HOUR, ArchivedEvents.issue(NAME, 1), ArchivedEvents.issue("two/two", 2));
        archives.importing(file);

        // When
        archives.importingFor(List.of(NAME, "two/two"), file);

        // Then
        assertThat(archives.sink().values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getNumber)
                .containsExactly(1L, 2L);
    }

    @Test
    void shouldReadAFileAgainThatHasOtherContents() throws InterruptedException {
        // Given
        archives.importing(archives.file(HOUR, ArchivedEvents.issue(NAME, 1)));

        // When
        archives.importing(archives.file(HOUR, ArchivedEvents.issue(NAME, 2)));

        // Then
        assertThat(archives.sink().values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getNumber)
                .containsExactly(1L, 2L);
    }

    @Test
    void shouldEndWithTheSameFactsWhereverItWasKilled() throws InterruptedException {
        // Given
        Path many = archives.file(
                HOUR,
                LongStream.rangeClosed(1, 2_500)
                        .mapToObj(number -> ArchivedEvents.issue(NAME, number))
                        .toArray());
        Path few = archives.file("2016-03-04-6.json.gz", ArchivedEvents.review(NAME, 2_501, 1));
        archives.importing(many, few);
        Set<String> expected = archives.sink().entities();

        // When
        List<InMemorySink> results = new ArrayList<>();
        for (int killedAt = 0; killedAt < 4; killedAt++) {
            InMemorySink target = new InMemorySink();
            target.refuseCommit(killedAt);
            assertThatThrownBy(() -> archives.importing(target, many, few)).isInstanceOf(KafkaException.class);
            archives.importing(target, many, few);
            results.add(target);
        }

        // Then
        assertThat(archives.sink().commits()).isEqualTo(4);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.entities()).isEqualTo(expected);
            assertThat(result.values(Topics.ISSUES, Issue.class)).hasSize(2_500);
        });
    }
}
