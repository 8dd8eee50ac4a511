// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.Claim;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.InstanceLock;
import dev.hallway.streams.runtime.RuntimePolicy;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldRefuseWhatIsNoRepository() {
        // Given
        String argument = "not-a-repository";

        // When
        int exit = run("digest", argument);

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString())
                .contains("'" + argument + "' is not a repository")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldRefuseWhatIsNoWeek() {
        // Given
        String week = "2024-W99";

        // When
        int exit = run("digest", "dapr/dapr", "--week", week);

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString()).contains(week);
    }

    @ParameterizedTest
    @CsvSource({
        "--sweep-every=PT0S, The sweep interval is PT0S",
        "--reconcile-every=weekly, 'weekly' is not an ISO 8601 duration"
    })
    void shouldRefuseAnIntervalThatIsNone(String option, String explanation) {
        // When
        int exit = run("up", "dapr/dapr", option);

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString()).contains(explanation).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "digest", "export --out x"})
    void shouldRefuseANumberOfPartitionsThatTopicsCannotHave(String command) {
        // When
        int exit = run((command + " dapr/dapr --partitions 0").split(" ", -1));

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString())
                .contains("'0' is not a number of partitions: 1 to 1000")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldSayInOneLineThatTheDataDirectoryCannotBeUsed(@TempDir Path directory) throws Exception {
        // Given
        Path file = Files.createFile(directory.resolve("file"));

        // When
        int exit = run("up", "dapr/dapr", "--data-dir", file.toString());

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.DATA_DIRECTORY.code());
        assertThat(err.toString().lines()).singleElement().asString().contains(file.toString(), "--data-dir");
    }

    @Test
    void shouldSayInOneLineThatHallwayAlreadyRuns(@TempDir Path directory) {
        // Given
        try (InstanceLock running = lock(directory)) {
            running.announce(URI.create("http://127.0.0.1:4711"));

            // When
            int exit = run("up", "dapr/dapr", "--data-dir", directory.toString());

            // Then
            assertThat(exit).isEqualTo(HallwayExitCode.ALREADY_RUNNING.code());
            assertThat(err.toString().lines()).singleElement().asString().contains("http://127.0.0.1:4711");
        }
    }

    @Test
    void shouldAskTheHallwayThatRunsOnTheDataDirectory(@TempDir Path directory) {
        // Given
        Javalin server = Javalin.create(config -> config.showJavalinBanner = false)
                .get(
                        "/api/v1/repositories/dapr/dapr",
                        context -> context.result("{\"data\":{\"completeness\":{\"complete\":true}}}"))
                .get("/api/v1/repositories/dapr/dapr/digest", context -> context.result("# " + context.queryString()))
                .start("127.0.0.1", 0);
        try (InstanceLock running = lock(directory)) {
            running.announce(URI.create("http://127.0.0.1:" + server.port()));

            // When
            int exit = run("digest", "dapr/dapr", "--week", "2020-W08", "--data-dir", directory.toString());

            // Then
            assertThat(exit).isZero();
            assertThat(out.toString().strip()).isEqualTo("# format=markdown&week=2020-W08");
        } finally {
            server.stop();
        }
    }

    @Test
    void shouldSayThatTheRunningHallwayDoesNotHaveTheRepository(@TempDir Path directory) {
        // Given
        Javalin server =
                Javalin.create(config -> config.showJavalinBanner = false).start("127.0.0.1", 0);
        try (InstanceLock running = lock(directory)) {
            running.announce(URI.create("http://127.0.0.1:" + server.port()));

            // When
            int exit = run("export", "dapr/dapr", "--out", directory.toString(), "--data-dir", directory.toString());

            // Then
            assertThat(exit).isEqualTo(HallwayExitCode.NOT_HELD.code());
            assertThat(err.toString()).contains("does not have dapr/dapr");
        } finally {
            server.stop();
        }
    }

    @Test
    void shouldNotBlameTheFilesThatARunningHallwayHasOpen(@TempDir Path directory) throws Exception {
        // Given
        Javalin server = Javalin.create(config -> config.showJavalinBanner = false)
                .get("/api/v1/repositories/dapr/dapr", context -> context.status(500)
                        .result("a fault"))
                .start("127.0.0.1", 0);
        makeStoresUnusable(directory);
        try (InstanceLock running = lock(directory)) {
            running.announce(URI.create("http://127.0.0.1:" + server.port()));

            // When
            int exit = run("digest", "dapr/dapr", "--data-dir", directory.toString());

            // Then
            assertThat(exit).isEqualTo(HallwayExitCode.FAILED.code());
            assertThat(err.toString()).contains("answered 500").doesNotContain("delete");
        } finally {
            server.stop();
        }
    }

    @Test
    void shouldSayWhatFailedEvenWhereFilesAreBroken(@TempDir Path directory) throws Exception {
        // Given
        makeStoresUnusable(directory);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());

            // When
            int exit = run("up", "dapr/dapr", "--data-dir", directory.toString(), "--kafka-port", port);

            // Then
            assertThat(exit).isEqualTo(HallwayExitCode.PORT_TAKEN.code());
            assertThat(err.toString()).contains("Port " + port).doesNotContain("delete");
        }
    }

    @Test
    void shouldSayInOneLineThatLogsOfKafkaCannotBeRead(@TempDir Path directory) throws Exception {
        // Given
        Path checkpoint = Files.createDirectories(directory.resolve("kafka/recovery-point-offset-checkpoint"));

        // When
        int exit = run("up", "dapr/dapr", "--data-dir", directory.toString());

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.DATA_DIRECTORY.code());
        assertThat(err.toString().lines())
                .filteredOn(line -> line.startsWith("hallway: "))
                .singleElement()
                .asString()
                .contains(checkpoint + " cannot be read", "run the command again");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kafka-port", "--registry-port"})
    void shouldRefuseWhatIsNoPort(String option, @TempDir Path directory) {
        // When
        int exit = run("up", "dapr/dapr", "--data-dir", directory.toString(), option, "70000");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString()).contains("70000 is no port").doesNotContain("\tat ");
    }

    @Test
    void shouldTakeDefaultsOfOptionsFromTheConfigFile(@TempDir Path directory) throws Exception {
        // Given
        Path file = Files.createFile(directory.resolve("file"));
        Path config = Files.writeString(directory.resolve("hallway.properties"), "data-dir=" + file + "\n");

        // When
        int exit = run("up", "dapr/dapr", "--config", config.toString());

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.DATA_DIRECTORY.code());
        assertThat(err.toString()).contains(file.toString());
    }

    @Test
    void shouldSayInOneLineWhatIsWrongWithAPartThatRunsAlone() {
        // Given
        String servers = "nonsense";

        // When
        int exit = run("streams", "--bootstrap-servers", servers);

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.KAFKA.code());
        assertThat(err.toString().lines()).last().asString().contains(servers, "--bootstrap-servers");
    }

    @Test
    void shouldDocumentEveryExitCodeInTheHelpOfEveryCommand() {
        // Given
        CommandLine command = command();

        // When
        int exit = Main.run(command, "digest", "--help");

        // Then
        assertThat(exit).isZero();
        for (HallwayExitCode code : HallwayExitCode.values()) {
            assertThat(out.toString().replaceAll("\\s+", " ")).contains(code.code() + " " + code.meaning());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "streams"})
    void shouldGiveExitCodesTheSameMeaningInAPartThatRunsAlone(String part) {
        // When
        int exit = run(part, "--help");

        // Then
        assertThat(exit).isZero();
        String help = out.toString().replaceAll("\\s+", " ");
        assertThat(Stream.of(HallwayExitCode.values())
                        .filter(code -> help.contains(code.code() + " " + code.meaning())))
                .contains(HallwayExitCode.OK, HallwayExitCode.USAGE, HallwayExitCode.KAFKA, HallwayExitCode.PORT_TAKEN)
                .doesNotContain(HallwayExitCode.UNHEALTHY);
    }

    @Test
    void shouldDocumentTheSameExitCodesInTheReadme() throws Exception {
        // When
        String readme = Files.readString(Path.of("..", "README.md"));

        // Then
        for (HallwayExitCode code : HallwayExitCode.values()) {
            assertThat(readme).contains("| " + code.code() + " | " + code.meaning() + " |");
        }
    }

    private static void makeStoresUnusable(Path directory) throws IOException {
        Files.createDirectories(
                directory.resolve("streams/" + RuntimePolicy.APPLICATION_ID + "/0_0/rocksdb/community/CURRENT"));
    }

    private static InstanceLock lock(Path directory) {
        return ((Claim.Ours) InstanceLock.claim(DataDirectory.prepare(directory))).lock();
    }

    private int run(String... arguments) {
        return Main.run(command(), arguments);
    }

    private CommandLine command() {
        return Main.commandLine(new HallwayParts())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
