// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.Claim;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.InstanceLock;
import io.javalin.Javalin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the repositories of a running Hallway. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class StatusCommandTest {

    private static final String COMPLETE = """
            {"repository": "Dapr/dapr", "syncedAt": "2024-06-01T08:00:00Z", "historyComplete": true, "gaps": [],
             "inventory": {"highestNumber": 523, "items": 516, "deletedNumbers": 1, "transferredNumbers": 2,
                           "absentNumbers": 4, "discussionNumbers": 2, "invisibleNumbers": 1,
                           "unexplainedNumbers": 0, "firstUnexplained": [],
                           "lastSweepAt": "2024-06-01T07:00:00Z", "lastReconcileAt": null,
                           "oldestReadAt": "2024-05-04T07:00:00Z"},
              "completeness": {"complete": true, "words": "nothing missing"}}""";

    private static final String WANTING = """
            {"repository": "dapr/docs", "syncedAt": null, "historyComplete": false, "gaps": ["issue #4: \\u001b[2Jno id"],
             "inventory": {"highestNumber": 40, "items": 10, "deletedNumbers": 0, "transferredNumbers": 0,
                           "absentNumbers": 0, "discussionNumbers": 0, "invisibleNumbers": 0,
                           "unexplainedNumbers": 30, "firstUnexplained": [3, 4],
                           "lastSweepAt": null, "lastReconcileAt": null},
              "completeness": {"complete": false, "words": "missing: 1 named gap"}}""";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Javalin server;
    private InstanceLock running;

    @BeforeEach
    void serve() {
        String list = "/api/v1/repositories";
        server = Javalin.create(config -> config.showJavalinBanner = false)
                .get(list, context -> context.result("{\"data\": [" + COMPLETE + ", " + WANTING + "]}"))
                .get(list + "/dapr/dapr", context -> context.result("{\"data\": " + COMPLETE + "}"))
                .get(list + "/dapr/docs", context -> context.result("{\"data\": " + WANTING + "}"))
                .start("127.0.0.1", 0);
        running = ((Claim.Ours) InstanceLock.claim(DataDirectory.prepare(directory))).lock();
        running.announce(URI.create("http://127.0.0.1:" + server.port()));
    }

    @AfterEach
    void stop() {
        running.close();
        server.stop();
    }

    @Test
    void shouldShowALineForEachRepositoryAndWhatIsMissing() {
        // When
        int exit = status();

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.INCOMPLETE.code());
        assertThat(out.toString().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly(
                        "REPOSITORY|SYNCED UNTIL|HISTORY|ITEMS|DISCUSSIONS|NOT VISIBLE|EITHER|TRANSFERRED|DELETED"
                                + "|UNEXPLAINED|GAPS|LAST SWEEP|LAST RECONCILE|READ SINCE",
                        "Dapr/dapr|2024-06-01T08:00:00Z|complete|516 of 523|2|1|1|2|1|0|0|2024-06-01T07:00:00Z|never|2024-05-04T07:00:00Z",
                        "dapr/docs|never|incomplete|10 of 40|0|0|0|0|0|30|1|never|never|unknown",
                        "EITHER: a discussion, or not visible to the token; only GraphQL can tell which, and it requires a token.",
                        "READ SINCE: all comments and reviews were read, or read again, since then; what their authors are to"
                                + " the repository may have changed meanwhile.",
                        "dapr/docs: not explained yet: #3, #4 and 28 more",
                        "dapr/docs: missing: issue #4: ?[2Jno id");
    }

    @Test
    void shouldBeContentWithWhatIsCompletelyKnown() {
        // When
        int exit = status("dapr/dapr");

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Dapr/dapr").doesNotContain("dapr/docs");
    }

    @Test
    void shouldWriteTheSameAsJson() throws Exception {
        // When
        int exit = status("dapr/docs", "--format", "json");

        // Then
        JsonNode written = new ObjectMapper().readTree(out.toString());
        assertThat(exit).isEqualTo(HallwayExitCode.INCOMPLETE.code());
        assertThat(written).hasSize(1);
        assertThat(written.at("/0/inventory/unexplainedNumbers").asLong()).isEqualTo(30);
    }

    @Test
    void shouldSayThatTheRunningHallwayDoesNotHaveTheRepository() {
        // When
        int exit = status("dapr/quickstarts");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.NOT_HELD.code());
        assertThat(err.toString()).contains("does not have dapr/quickstarts");
    }

    private int status(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "status";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--data-dir";
        all[arguments.length + 2] = directory.toString();
        return Main.run(
                Main.commandLine(new HallwayParts())
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true)),
                all);
    }
}
