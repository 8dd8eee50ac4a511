// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.HallwayParts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // Set before the tests.
class PeopleCommandTest {

    private static final String DEVELOPERS = """
            zoe-demo: zoe!example.org
            \tExample Corp until 2020-01-01
            \tOther Corp from 2019-01-01
            Demo Person: demo!example.org
            \tExample Corp
            """;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldSayHowMuchAFileSays() throws Exception {
        // Given
        Path file = write("people.yaml", "people: [{logins: [ada], organisations: [{name: Example Corp}]}]");

        // When
        int exit = run("people", "check", file.toString());

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString().strip()).isEqualTo("1 person, 1 account, 1 organisation, 1 span, 0 bots");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldNameEveryMistakeWithItsLine() throws Exception {
        // Given
        Path file = write("people.yaml", "people:\n  - login: [ada]\nhome: Example\n");

        // When
        int exit = run("people", "check", file.toString());

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        file + ":2: 'login' is not a key of an entry of people: did you mean 'logins'?",
                        file + ":3: Here is 'Example', but home is a list, as [this, that]: correct it.");
    }

    @Test
    void shouldSayThatThereIsNoSuchFile() {
        // Given
        Path file = directory.resolve("none.yaml");

        // When
        int exit = run("people", "check", file.toString());

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString().strip()).isEqualTo(file + ": There is no such file: name one that exists.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "digest small/town", "export small/town --out x"})
    void shouldStartNothingWithAFileThatIsWrong(String command) throws Exception {
        // Given
        Path file = write("people.yaml", "people: [{logins: [a, A]}]");
        Path data = directory.resolve("data");

        // When
        int exit = run((command + " --people " + file + " --data-dir " + data).split(" ", -1));

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString()).contains("nothing was started", file + ":1: The login 'A' is already in line 1");
        assertThat(data).doesNotExist();
    }

    @Test
    void shouldRefuseAWrongFileBeforeStreamsConnects() throws Exception {
        // Given
        Path file = write("people.yaml", "peple: []");

        // When
        int exit = run("streams", "--bootstrap-servers", "127.0.0.1:1", "--people", file.toString());

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString()).contains("did you mean 'people'?").doesNotContain("Connecting");
    }

    @Test
    void shouldMakeAFileThatPassesTheCheck() throws Exception {
        // Given
        Path developers = write("developers_affiliations1.txt", DEVELOPERS);
        Path people = directory.resolve("people.yaml");

        // When
        int exit = run(
                "people",
                "import",
                "--from",
                "gitdm",
                developers.toString(),
                "--home",
                "Example Corp",
                "--home",
                "Nowhere",
                "--out",
                people.toString());

        // Then
        assertThat(exit).isZero();
        assertThat(people).hasContent("""
                        home: [Example Corp, Nowhere]
                        people:
                          - logins: [zoe-demo]
                            organisations:
                              - {name: Example Corp, to: 2020-01-01}
                        """);
        assertThat(err.toString().lines())
                .containsExactly(
                        developers
                                + ":3: zoe-demo: 'Other Corp' from 2019-01-01 overlaps 'Example Corp' to 2020-01-01.",
                        developers
                                + ":4: 'Demo Person' cannot be a GitHub login, which has up to 39 letters, digits, '-'"
                                + " and '_', and '[bot]' at the end if it is an app's: correct it, or leave it out.",
                        "--home 'Nowhere': nobody of the files belongs to it.",
                        "Taken: 1 person, 1 account, 1 organisation, 1 span, 0 bots.",
                        "Not taken: no GitHub login (1), overlapping spans (1).");
        assertThat(run("people", "check", people.toString())).isZero();
    }

    @Test
    void shouldPrintWhatItMakesToStdout() throws Exception {
        // Given
        Path identities = write(
                "identities.json",
                "{\"uidentities\": {\"aa\": {\"identities\": [{\"source\": \"github\", \"username\": \"demo\"}],"
                        + " \"profile\": {\"is_bot\": true}}}}");

        // When
        int exit = run("people", "import", "--from", "sortinghat", identities.toString());

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualTo("home: []\npeople:\n  - logins: [demo]\n    bot: true\n");
    }

    @Test
    void shouldWriteNothingIfNothingCanBeTaken() throws Exception {
        // Given
        Path developers = write("developers.txt", "Demo Person: demo!example.org\n\tExample Corp\n");
        Path people = directory.resolve("people.yaml");

        // When
        int exit = run("people", "import", "--from", "gitdm", developers.toString(), "--out", people.toString());

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString()).contains("Nothing could be taken");
        assertThat(people).doesNotExist();
    }

    @Test
    void shouldKeepWhatWasThereIfAFileCannotBeRead() throws Exception {
        // Given
        Path developers = write("developers.txt", DEVELOPERS);
        Path people = write("people.yaml", "people: []");

        // When
        int exit = run(
                "people",
                "import",
                "--from",
                "gitdm",
                developers.toString(),
                directory.resolve("none").toString(),
                "--out",
                people.toString());

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString()).contains("there is no such file");
        assertThat(people).hasContent("people: []");
    }

    @Test
    void shouldAskWhatIsToBeDone() {
        // When
        int exit = run("people");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString()).contains("Name check, import or forget");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "import", "forget"})
    void shouldExplainItselfWithAnExampleAndItsExitCodes(String command) {
        // When
        int exit = run("people", command, "--help");

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString()).containsIgnoringCase("for example").contains("Exit codes:");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text);
    }

    private int run(String... arguments) {
        return Main.run(
                Main.commandLine(new HallwayParts())
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true)),
                arguments);
    }
}
