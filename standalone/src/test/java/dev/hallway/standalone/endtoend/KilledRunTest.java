// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.streams.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed, and goes on in another process. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class KilledRunTest {

    private static final int SIGKILLED = 128 + 9;
    private static final String REPOSITORY = "small/town";
    private static final int ITEMS = 60;
    private static final int FIRST_REQUESTS = 3;
    private static final int AMONG_REVIEWS = SmallCommunity.pullRequests(ITEMS);
    private static final SimulatedCommunity COMMUNITY = SmallCommunity.of(List.of(REPOSITORY), ITEMS);

    @TempDir
    private static Path undisturbed;

    @TempDir
    private Path directory;

    private final SimulatedGitHub github = SmallCommunity.serve(COMMUNITY);

    @BeforeAll
    static void runUndisturbed() throws Exception {
        try (SimulatedGitHub quiet = SmallCommunity.serve(COMMUNITY);
                HallwayProcess run = export(quiet, undisturbed)) {
            assertThat(run.end()).as(run.err()).isZero();
        }
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldEndInTheSameTablesWhenKilledWhileReading() throws Exception {
        // Given
        killWhen("its first requests are answered", (run, server) -> requests(server) >= FIRST_REQUESTS);
        killWhen("reviews are being read", (run, server) -> requests(server) >= AMONG_REVIEWS);

        // When
        runToTheEnd();

        // Then
        assertThat(tables(directory)).hasSize(Tables.ALL.size()).isEqualTo(tables(undisturbed));
    }

    @Test
    void shouldEndInTheSameTablesWhenKilledWhileComputing() throws Exception {
        // Given
        killWhen("it computes", (run, server) -> run.err().contains("Computing the metrics"));

        // When
        runToTheEnd();

        // Then
        assertThat(tables(directory)).hasSize(Tables.ALL.size()).isEqualTo(tables(undisturbed));
    }

    private void killWhen(String what, BiPredicate<HallwayProcess, SimulatedGitHub> moment) throws Exception {
        github.forgetRequests();
        try (HallwayProcess run = export(github, directory)) {
            Awaiting.until(what, () -> moment.test(run, github) || !run.isAlive());
            assertThat(run.kill()).as(run.err()).isEqualTo(SIGKILLED);
        }
    }

    private void runToTheEnd() throws Exception {
        try (HallwayProcess run = export(github, directory)) {
            assertThat(run.end()).as(run.err()).isZero();
        }
    }

    private static int requests(SimulatedGitHub server) {
        return server.requests().size();
    }

    private static HallwayProcess export(SimulatedGitHub server, Path directory) throws IOException {
        return HallwayProcess.start(
                directory,
                "export",
                REPOSITORY,
                "--github-url",
                server.url().toString(),
                "--data-dir",
                directory.resolve("data").toString(),
                "--out",
                directory.resolve("tables").toString());
    }

    private static Map<String, String> tables(Path directory) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory.resolve("tables"))) {
            files.forEach(file -> tables.put(file.getFileName().toString(), content(file)));
        }
        return tables;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
