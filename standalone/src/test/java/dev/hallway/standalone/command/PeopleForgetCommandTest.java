// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.PullRequestExtras;
import dev.hallway.simulator.RepositoryProfile;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.endtoend.PlausibleWatcher;
import dev.hallway.streams.table.Table;
import dev.hallway.streams.table.Tables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is left of somebody who is forgotten, in the files and in the figures. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class PeopleForgetCommandTest {

    private static final String REPOSITORY = "Small/Town";
    private static final Instant FOUNDED = Instant.parse("2024-01-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2024-02-01T12:00:00Z");

    private static final Account ADA = Account.person(2, "Ada-Lace");
    private static final Account BELA = Account.person(3, "bela");
    private static final Account MAPLE = Account.person(1, "maple");
    private static final Pattern HER_NAME =
            Pattern.compile("(?<![a-z0-9])ada-lace(?![a-z0-9])", Pattern.CASE_INSENSITIVE);

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldLeaveNothingOfHerOnTheDiskAndTheFiguresOfAWorldThatNeverKnewHer() throws Exception {
        // Given
        Path data = directory.resolve("data");
        try (SimulatedGitHub github = serve(community(REPOSITORY, ADA, text -> text));
                SimulatedGitHub without = serve(community(REPOSITORY, null, PeopleForgetCommandTest::withoutHer))) {
            Map<String, String> known = tables(github, data);
            assertThat(filesWithHerName(data)).isNotEmpty();
            Map<String, String> expected = tables(without, directory.resolve("other"));
            assertThat(known).isNotEqualTo(expected);

            // When
            int exit = run("people", "forget", "ada-LACE", "--data-dir", data.toString());

            // Then
            assertThat(exit).as(err.toString()).isZero();
            assertThat(out.toString())
                    .contains("Forgot the logins ada-lace (ids 2).", "hallway.github.comments: 3 records");
            assertThat(filesWithHerName(data)).isEmpty();

            // When GitHub, which still shows her, is read again
            Map<String, String> again = tables(github, data);

            // Then
            assertThat(again).isEqualTo(expected);
            assertThat(filesWithHerName(data)).isEmpty();
        }
    }

    @Test
    void shouldChangeNothingWhileSomethingRunsNorOnADryRunNorIfSheOwnsWhatIsMeasured() throws Exception {
        // Given
        Path data = directory.resolve("data");
        String owned = "Ada-Lace/Square";
        int running;
        try (SimulatedGitHub github = serve(community(owned, BELA, text -> text));
                Hallway hallway = start(github, data, owned)) {
            hallway.bringUpToDate();

            // When
            running = run(
                    "people",
                    "forget",
                    "bela",
                    "--bootstrap-servers",
                    String.valueOf(hallway.cluster().kafka().get("bootstrap.servers")),
                    "--schema-registry",
                    hallway.cluster().registry().url());
        }
        int dry = run("people", "forget", "bela", "--dry-run", "--data-dir", data.toString());
        int owner = run("people", "forget", "ada-lace", "--data-dir", data.toString());

        // Then
        assertThat(running).isEqualTo(HallwayExitCode.ALREADY_RUNNING.code());
        assertThat(dry).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Would forget the logins bela (ids 3).");
        assertThat(owner).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString())
                .contains("instances of streams run on this Kafka", "stop them", "Nothing was changed", owned);
        assertThat(filesWith(data, Pattern.compile("\\bbela\\b"))).isNotEmpty();
    }

    @Test
    void shouldRefuseWhatIsNoLogin() {
        // When
        int exit = run("people", "forget", "@ada", "--data-dir", directory.toString());

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString()).contains("'@ada' is no login", "without '@'");
    }

    private static SimulatedCommunity community(String name, @Nullable Account her, UnaryOperator<String> words) {
        SimulatedCommunity community = new SimulatedCommunity();
        SimulatedRepository town = community.create(new RepositoryProfile(700_000L, name, "main", FOUNDED));
        town.put(
                Entity.Issue.opened(1, her, words.apply("A wish of Ada-Lace"), words.apply("I am @ada-lace."), day(1)));
        town.put(Entity.Issue.opened(
                2, BELA, "A wish", words.apply("cc @Ada-Lace, see ada-lace/fork#7 and ada-lace-patch-1"), day(2)));
        town.put(Entity.PullRequest.opened(3, her, "Answer", "Fixes #2", day(3)).merged(day(5)));
        town.put(3, new PullRequestExtras(List.of(), null, MAPLE));
        town.put(Entity.PullRequest.opened(4, BELA, "Answer", words.apply("Fixes #1, for Ada-Lace"), day(8))
                .merged(day(12)));
        town.put(4, new PullRequestExtras(List.of(), null, her));
        town.put(Entity.Review.submitted(11, 3, MAPLE, "APPROVED", day(4)));
        town.put(Entity.Review.submitted(12, 4, her, "APPROVED", day(9)));
        town.put(Entity.ReviewComment.written(21, 4, 12, her, "Nice.", day(9)));
        town.put(Entity.IssueComment.written(31, 1, MAPLE, words.apply("Thank you, ada-lace!"), day(2)));
        town.put(Entity.IssueComment.written(32, 2, her, "So do I.", day(3)));
        return community;
    }

    private static Instant day(int day) {
        return FOUNDED.plus(Duration.ofDays(day));
    }

    private static String withoutHer(String text) {
        return HER_NAME.matcher(text).replaceAll("ghost");
    }

    private static SimulatedGitHub serve(SimulatedCommunity community) {
        return SimulatedGitHub.start(
                community,
                Clock.fixed(NOW, ZoneOffset.UTC),
                SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty()));
    }

    /** Reads GitHub, and answers all tables. */
    private static Map<String, String> tables(SimulatedGitHub github, Path data) {
        Map<String, String> tables = new TreeMap<>();
        try (Hallway hallway = start(github, data, REPOSITORY)) {
            hallway.bringUpToDate();
            HallwayClient client = new HallwayClient(hallway.address());
            for (Table table : Tables.ALL) {
                tables.put(table.name(), client.get(REPOSITORY, "/tables/" + table.name() + ".csv"));
            }
        }
        return tables;
    }

    private static Hallway start(SimulatedGitHub github, Path data, String repository) {
        HallwaySettings settings = new HallwaySettings(
                List.of(repository),
                github.url(),
                Access.with(new Token("ghp_secret")),
                DataDirectory.prepare(data),
                0,
                0,
                0);
        return Hallway.start(settings.verifying(), new HallwayParts(), new PlausibleWatcher());
    }

    private static List<Path> filesWithHerName(Path data) throws IOException {
        return filesWith(data, HER_NAME);
    }

    private static List<Path> filesWith(Path data, Pattern name) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> has(file, name))
                    .toList();
        }
    }

    private static boolean has(Path file, Pattern name) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return name.matcher(text).find();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private int run(String... arguments) {
        CommandLine command = Main.commandLine(new HallwayParts())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
