// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hallway.contract.Topics;
import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in {@code examples}, each in a process of its own, read what Hallway has published. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final String REPOSITORY = "Small/Town";

    private static SimulatedGitHub github;
    private static Hallway hallway;

    @BeforeAll
    static void start(@TempDir Path data) {
        github = SmallCommunity.serve(SmallCommunity.of(List.of(REPOSITORY), 12));
        hallway = Hallway.start(
                new HallwaySettings(
                        List.of(REPOSITORY), github.url(), Access.anonymous(), DataDirectory.prepare(data), 0, 0, 0),
                new HallwayParts(),
                new PlausibleWatcher());
        hallway.bringUpToDate();
    }

    @AfterAll
    static void stop() {
        hallway.close();
        github.close();
    }

    @Test
    void shouldPrintTheWeeksInJava(@TempDir Path directory) throws Exception {
        // When
        Set<String> printed = printed(
                directory,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EXAMPLES.resolve("java").resolve("WeeklyDiversity.java").toString());

        // Then
        assertThat(printed).containsAll(weeks());
    }

    @Test
    void shouldPrintTheWeeksInJavaScript(@TempDir Path directory) throws Exception {
        // Given
        Path javascript = EXAMPLES.resolve("javascript");
        assumeTrue(
                Files.isDirectory(javascript.resolve("node_modules")),
                "kafkajs and @confluentinc/schemaregistry are not there; with Node:"
                        + " npm install --ignore-scripts --prefix examples/javascript");

        // When
        Set<String> printed = printed(
                directory, "node", javascript.resolve("weekly-diversity.mjs").toString());

        // Then
        assertThat(printed).containsAll(weeks());
    }

    /** The lines of a program until it has printed every week as it stands, or has ended. */
    private static Set<String> printed(Path directory, String... command) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        List<String> complete = new ArrayList<>(Arrays.asList(command));
        complete.add(bootstrapServers());
        complete.add(hallway.cluster().registry().url());
        Set<String> weeks = weeks();
        Process program = new ProcessBuilder(complete)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            Awaiting.until(
                    command[0] + " has printed every week", () -> lines(out).containsAll(weeks) || !program.isAlive());
            assertThat(program.isAlive()).as("%s%s", lines(out), lines(err)).isTrue();
        } finally {
            program.destroyForcibly().waitFor();
        }
        return lines(out);
    }

    private static Set<String> weeks() {
        Set<String> weeks = new HashSet<>();
        MetricTopic.latest(
                        Topics.CONTRIBUTOR_DIVERSITY.name(),
                        bootstrapServers(),
                        hallway.cluster().registry().url())
                .forEach((key, week) -> weeks.add(key + ": " + week.path("contributors") + " contributors, "
                        + week.path("newcomers") + " of them new; absence factor " + week.path("absenceFactor")));
        assertThat(weeks).hasSizeGreaterThan(1);
        return weeks;
    }

    private static String bootstrapServers() {
        return Objects.requireNonNull(hallway.cluster().kafka().get("bootstrap.servers"))
                .toString();
    }

    private static Set<String> lines(Path file) {
        try {
            return new HashSet<>(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
