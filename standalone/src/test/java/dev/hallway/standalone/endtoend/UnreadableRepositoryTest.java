// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.SimulatedGitHub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, where GitHub does not give everything. */
@SuppressWarnings("NullAway.Init") // JUnit sets the directory.
class UnreadableRepositoryTest {

    private static final String SMALL = "Small/Town";
    private static final String OTHER = "Other/Town";

    @TempDir
    private Path directory;

    private final SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(List.of(SMALL, OTHER), 12));

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldExportWhatCanBeReadAndSayWhatCannot() throws Exception {
        // Given
        github.faults()
                .decide(request -> request.contains("/repos/Other/Town/pulls/comments")
                        ? Optional.of(new Fault.Reply(422, Map.of(), "{\"message\":\"No.\"}"))
                        : Optional.empty());

        // When
        try (HallwayProcess export = start("export", SMALL, OTHER, "No/Town", "--out", out().toString())) {
            int exit = export.end();

            // Then
            assertThat(exit).as(export.err()).isEqualTo(HallwayExitCode.INCOMPLETE.code());
            assertThat(export.err())
                    .contains("Other/Town was read except for what GitHub does not give: pulls/comments: ")
                    .contains("Repository No/Town does not exist")
                    .doesNotContain("\tat ");
        }
        assertThat(Files.readString(out().resolve("flow-weekly.csv")))
                .contains(SMALL + ",2024-W02", OTHER + ",2024-W02");
        try (HallwayProcess status = start("status")) {
            assertThat(status.end()).isEqualTo(HallwayExitCode.INCOMPLETE.code());
            assertThat(status.out()).contains("Other/Town: missing: pulls/comments: ");
        }
    }

    @Test
    void shouldKeepFiguresOfARepositoryThatIsGoneFromGitHub() throws Exception {
        // Given
        try (HallwayProcess first = start("export", SMALL, "--out", out().toString())) {
            assertThat(first.end()).as(first.err()).isZero();
        }
        String before = Files.readString(out().resolve("flow-weekly.csv"));
        github.faults().decide(request -> Optional.of(new Fault.Reply(404, Map.of(), "{\"message\":\"Not Found\"}")));

        // When
        try (HallwayProcess export = start("export", SMALL, "--out", out().toString())) {
            int exit = export.end();

            // Then
            assertThat(exit).as(export.err()).isEqualTo(HallwayExitCode.INCOMPLETE.code());
        }
        assertThat(Files.readString(out().resolve("flow-weekly.csv"))).isEqualTo(before);
    }

    @Test
    void shouldSayWhyThereIsNothingIfNoRepositoryCanBeRead() throws Exception {
        // When
        try (HallwayProcess export = start("export", "No/Town", "--out", out().toString())) {
            int exit = export.end();

            // Then
            assertThat(exit).isEqualTo(HallwayExitCode.GITHUB.code());
            assertThat(export.err()).contains("Repository No/Town does not exist");
        }
        assertThat(out()).doesNotExist();
    }

    private Path out() {
        return directory.resolve("out");
    }

    private HallwayProcess start(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data-dir", directory.resolve("data").toString()));
        if (!arguments[0].equals("status")) {
            all.addAll(List.of("--github-url", github.url().toString()));
        }
        return HallwayProcess.start(directory, all.toArray(String[]::new));
    }
}
