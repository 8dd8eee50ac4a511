// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.Claim;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.InstanceLock;
import dev.hallway.streams.table.Tables;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the directory after an export, and above all after one that failed. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class ExportCommandTest {

    private static final int TABLES = Tables.ALL.size();

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path exported;
    private Javalin server;
    private InstanceLock running;

    @BeforeEach
    void serve() {
        exported = directory.resolve("out");
        server = Javalin.create(config -> config.showJavalinBanner = false)
                .get("/api/v1/repositories/dapr/{repository}/tables/{name}", ExportCommandTest::table)
                .get("/api/v1/repositories/dapr/{repository}", ExportCommandTest::summary)
                .get("/api/v1/repositories/dapr/dapr/digest", context -> context.result("# dapr/dapr"))
                .get("/api/v1/repositories/dapr/broken/digest", context -> context.status(500))
                .get("/api/v1/digest", context -> context.result("# " + context.queryParam("repository")))
                .start("127.0.0.1", 0);
        running = ((Claim.Ours) InstanceLock.claim(DataDirectory.prepare(directory.resolve("data")))).lock();
        running.announce(URI.create("http://127.0.0.1:" + server.port()));
    }

    @AfterEach
    void stop() {
        running.close();
        server.stop();
    }

    @Test
    void shouldWriteEachTableWithTheRowsOfEveryRepository() throws Exception {
        // When
        int exit = export("dapr/dapr", "dapr/docs");

        // Then
        assertThat(exit).isZero();
        assertThat(files())
                .hasSize(TABLES)
                .containsEntry("flow-weekly.csv", "repository,table\ndapr,flow-weekly.csv\ndocs,flow-weekly.csv\n");
    }

    @Test
    void shouldNotPretendThatAnotherHallwayVerifies() throws Exception {
        // When
        int exit = export("dapr/dapr", "--verify");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.ALREADY_RUNNING.code());
        assertThat(exported).doesNotExist();
        assertThat(err.toString()).contains("127.0.0.1:" + server.port(), "stop it first, or leave out --verify");
    }

    @Test
    void shouldReplaceTheTablesOfAnEarlierExportAndNothingElse() throws Exception {
        // Given
        Files.createDirectories(exported);
        Files.writeString(exported.resolve("references.csv"), "earlier");
        Files.writeString(exported.resolve("notes.txt"), "mine");

        // When
        int exit = export("dapr/dapr");

        // Then
        assertThat(exit).isZero();
        assertThat(files())
                .hasSize(TABLES + 1)
                .containsEntry("references.csv", "repository,table\ndapr,references.csv\n")
                .containsEntry("notes.txt", "mine");
    }

    @Test
    void shouldChangeNothingIfTheRowsOfATableEndHalfWay() throws Exception {
        // Given
        Files.createDirectories(exported);
        Files.writeString(exported.resolve("feedback-latency.csv"), "earlier");

        // When
        int exit = export("dapr/large");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.FAILED.code());
        assertThat(files()).containsOnly(Map.entry("feedback-latency.csv", "earlier"));
        assertThat(err.toString().lines())
                .last()
                .asString()
                .contains("Nothing was changed", "responsiveness-weekly of dapr/large", "not to the end");
    }

    @Test
    void shouldNotLeaveADirectoryThatItMadeForNothing() {
        // When
        int exit = export("dapr/dapr", "dapr/broken");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.FAILED.code());
        assertThat(exported).doesNotExist();
        assertThat(err.toString().lines())
                .last()
                .asString()
                .contains("flow-weekly of dapr/broken", "The rows of flow-weekly cannot be made.");
    }

    @Test
    void shouldTakeBackTheTablesBeforeOneThatCannotBeMoved() throws Exception {
        // Given
        Files.createDirectories(exported);
        Files.writeString(exported.resolve("first-response.csv"), "earlier");
        Files.createDirectory(exported.resolve("flow-weekly.csv"));

        // When
        int exit = export("dapr/dapr");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.FAILED.code());
        assertThat(files())
                .containsOnly(Map.entry("first-response.csv", "earlier"), Map.entry("flow-weekly.csv", "a directory"));
        assertThat(err.toString().lines())
                .last()
                .asString()
                .contains(
                        "Nothing was changed",
                        exported.resolve("flow-weekly.csv").toString(),
                        "--out");
    }

    @Test
    void shouldPrintNoDigestIfOneOfThemFails() {
        // When
        int exit = run("digest", "--each", "dapr/dapr", "dapr/broken");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.FAILED.code());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldWriteTheTablesOfTheOthersIfOneRepositoryIsNotHeldAndSayIncomplete() throws Exception {
        // When
        int exit = export("dapr/dapr", "dapr/elsewhere");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.INCOMPLETE.code());
        assertThat(files())
                .hasSize(TABLES)
                .containsEntry("flow-weekly.csv", "repository,table\ndapr,flow-weekly.csv\n");
    }

    @Test
    void shouldWriteTheTablesOfARepositoryWithAGapAndSayIncomplete() throws Exception {
        // When
        int exit = export("dapr/dapr", "dapr/gappy");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.INCOMPLETE.code());
        assertThat(files())
                .containsEntry("flow-weekly.csv", "repository,table\ndapr,flow-weekly.csv\ngappy,flow-weekly.csv\n");
    }

    @Test
    void shouldPrintOneDigestOfSeveralRepositories() {
        // When
        int exit = run("digest", "dapr/dapr", "dapr/docs");

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("# dapr/dapr,dapr/docs");
    }

    @Test
    void shouldPrintTheDigestsOfTheOthersIfOneRepositoryIsNotHeld() {
        // When
        int exit = run("digest", "dapr/elsewhere", "dapr/dapr");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.INCOMPLETE.code());
        assertThat(out.toString()).isEqualToIgnoringNewLines("# dapr/dapr");
    }

    @Test
    void shouldChangeNothingIfNoneOfTheRepositoriesIsHeld() {
        // When
        int exit = export("dapr/elsewhere");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.NOT_HELD.code());
        assertThat(exported).doesNotExist();
        assertThat(err.toString()).contains("does not have dapr/elsewhere");
    }

    private static void summary(Context context) {
        String repository = context.pathParam("repository");
        if (repository.equals("elsewhere")) {
            context.status(404);
        } else {
            context.result("{\"data\":{\"completeness\":{\"complete\":" + !repository.equals("gappy")
                    + ",\"words\":\"missing: 1 named gap\"}}}");
        }
    }

    private static void table(Context context) {
        String name = context.pathParam("name");
        String repository = context.pathParam("repository");
        if (repository.equals("broken") && name.equals("flow-weekly.csv")) {
            context.status(500).result("The rows of flow-weekly cannot be made.");
        } else if (repository.equals("large") && name.equals("responsiveness-weekly.csv")) {
            byte[] begun = "repository,table\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            context.header("Content-Length", Integer.toString(begun.length + 1_000));
            context.result(new SequenceInputStream(new ByteArrayInputStream(begun), new Broken()));
        } else {
            context.result("repository,table\n" + repository + "," + name + "\n");
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(exported)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.getFileName().toString(),
                        Files.isDirectory(file) ? "a directory" : Files.readString(file));
            }
        }
        return contents;
    }

    private int export(String... repositories) {
        return run(Stream.concat(
                        Stream.concat(Stream.of("export"), Stream.of(repositories)),
                        Stream.of("--out", exported.toString()))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.run(
                Main.commandLine(new HallwayParts())
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true)),
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--data-dir", directory.resolve("data").toString()))
                        .toArray(String[]::new));
    }

    /** Rows that cannot be read. */
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("The rows end here.");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
