// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.simulator.SimulatedGitHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that have been harmed between two runs, or under a running one; what is said of them helps. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class BrokenDataDirectoryTest {

    private static final String REPOSITORY = "small/town";
    private static final int UNUSABLE = 4;
    private static final int TO_REPAIR = 11;

    private final SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(List.of(REPOSITORY), 8));

    @TempDir
    private Path directory;

    @BeforeEach
    void runOnce() throws Exception {
        assertThat(digest().exit()).isZero();
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldSayThatRecordsAreMissingAndWhatHelps() throws Exception {
        // Given
        for (Path segment : find("kafka", "hallway.github.issues-.*/0+\\.log")) {
            try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
                file.truncate(file.size() / 2);
            }
        }

        // When
        Ended ended = digest();

        // Then
        assertThat(ended.exit()).isEqualTo(UNUSABLE);
        assertThat(ended.errors())
                .singleElement()
                .asString()
                .contains(
                        "Records are missing in " + data().resolve("kafka"),
                        "hallway.github.issues-",
                        "move the directories kafka and streams");
        assertThat(run("doctor").out()).contains("FIX   Kafka: Records are missing");
        Files.move(data().resolve("kafka"), directory.resolve("kafka"));
        Files.move(data().resolve("streams"), directory.resolve("streams"));
        assertThat(digest().exit()).isZero();
    }

    @Test
    void shouldSayThatStoresCannotBeOpenedAndWhatHelps() throws Exception {
        // Given
        for (Path current : find("streams", ".*/CURRENT")) {
            Files.delete(current);
            Files.createDirectory(current);
        }

        // When
        Ended ended = digest();

        // Then
        assertThat(ended.exit()).isEqualTo(UNUSABLE);
        assertThat(ended.errors())
                .singleElement()
                .asString()
                .contains("The stores in " + data().resolve("streams") + " cannot be opened", "or delete");
        Ended doctor = run("doctor");
        assertThat(doctor.exit()).isEqualTo(TO_REPAIR);
        assertThat(doctor.out()).contains("FIX   Stores: The stores in");
        delete(data().resolve("streams"));
        assertThat(digest().exit()).isZero();
    }

    @Test
    void shouldSayThatStoresCannotBeOpenedOnceItIsAtWork() throws Exception {
        // Given
        for (Path task : find("streams", "[0-9]+_[0-9]+")) {
            delete(task);
            Files.createFile(task);
        }

        // When
        Ended ended = digest();

        // Then
        assertThat(ended.errors()).singleElement().asString().contains("The stores cannot be used", "or delete them");
        assertThat(ended.exit()).isEqualTo(UNUSABLE);
    }

    @Test
    void shouldRebuildStoresOfWhichFilesAreGone() throws Exception {
        // Given
        for (Path manifest : find("streams", ".*/MANIFEST-.*")) {
            Files.delete(manifest);
        }

        // When
        Ended ended = digest();

        // Then
        assertThat(ended.exit()).as(String.join("\n", ended.errors())).isZero();
    }

    @Test
    void shouldSayWhyKafkaEndsTheProcess() throws Exception {
        // Given
        try (HallwayProcess up = HallwayProcess.start(directory, arguments("up", "--port", "0"))) {
            Awaiting.until("it is up to date", () -> up.out().contains("Up to date") || !up.isAlive());

            // When
            delete(data().resolve("kafka"));

            // Then
            assertThat(up.end()).isEqualTo(UNUSABLE);
            assertThat(up.err()).contains("hallway: The embedded Kafka cannot go on in " + data().resolve("kafka"));
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Ended digest() throws Exception {
        return run(arguments("digest"));
    }

    private Ended run(String... arguments) throws Exception {
        String[] all = arguments.length > 1
                ? arguments
                : new String[] {arguments[0], "--github-url", github.url().toString(), "--data-dir", data().toString()};
        try (HallwayProcess run = HallwayProcess.start(directory, all)) {
            return new Ended(run.end(), run.out(), run.err());
        }
    }

    private String[] arguments(String command, String... further) {
        return Stream.concat(
                        Stream.of(
                                command,
                                REPOSITORY,
                                "--github-url",
                                github.url().toString(),
                                "--data-dir",
                                data().toString()),
                        Stream.of(further))
                .toArray(String[]::new);
    }

    private List<Path> find(String part, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(data().resolve(part))) {
            List<Path> found = files.filter(file -> file.toString().matches(".*/" + pattern))
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    /** A broker that runs there may put something back meanwhile: until it has noticed, once more. */
    private static void delete(Path directory) throws IOException {
        boolean putBack = true;
        while (putBack) {
            putBack = false;
            for (Path file : deepestFirst(directory)) {
                try {
                    Files.deleteIfExists(file);
                } catch (DirectoryNotEmptyException again) {
                    putBack = true;
                }
            }
        }
    }

    private static List<Path> deepestFirst(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException takenAway) {
            // The broker itself was renaming or deleting.
            return List.of(directory);
        }
    }

    private record Ended(int exit, String out, String err) {

        List<String> errors() {
            return err.lines().filter(line -> line.startsWith("hallway: ")).toList();
        }
    }
}
