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
import dev.hallway.streams.explain.WeeklyFigure;
import io.javalin.Javalin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is shown of an explanation. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class ExplainCommandTest {

    private static final String FIRST = """
            {"data": {"repository": "Acme/app", "figure": "feedback_p50_seconds", "table": "feedback-latency-weekly",
              "definition": "The median.", "definedAt": "docs/metrics.md#feedback-to-merge-latency", "week": "2024-W01",
              "window": {"from": "2024-01-01T00:00:00Z", "to": "2024-01-08T00:00:00Z"},
              "value": 93600, "unavailable": null, "basis": "the durations of the counted entries",
              "counted": [
                {"event": "feedback_answered", "number": 7, "id": 7, "title": "An API\\u001b[2J", "url": "https://x/7",
                 "time": "2024-01-03T10:00:00Z", "seconds": 93600, "why": "answered by a merge", "reason": null,
                 "by": {"kind": "human", "login": "ada", "maintainerSign": "association", "organisation": "Lab"},
                 "mergedBy": null,
                 "answer": {"repository": "Acme/app", "pullRequest": 9, "evidence": "keyword"}}],
              "leftOut": [], "next": "/api/v1/repositories/acme/app/x?limit=50&after=7.feedback_answered.7"},
             "freshness": {"syncedAt": "2024-01-10T00:00:00Z",
               "completeness": {"complete": true, "words": "all 9 numbers are held; nothing missing"}},
             "definitionVersion": 2}""";
    private static final String LAST = """
            {"data": {"counted": [],
              "leftOut": [
                {"event": "issue_closed", "number": 8, "id": 8, "title": "Report", "url": "https://x/8",
                 "time": "2024-01-04T10:00:05Z", "seconds": null, "why": "by a bot: GitHub says that the account is one",
                 "reason": "bot_by_type", "by": {"kind": "bot", "login": "robot", "botSign": "type"}, "mergedBy": null,
                 "answer": null}]}}""";
    private static final String NOTHING = """
            {"data": {"repository": "Acme/app", "figure": "bot_contributions", "value": null,
              "unavailable": "nobody contributed", "counted": [], "leftOut": []}}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private Javalin server;
    private InstanceLock running;

    @BeforeEach
    void start() {
        String repository = "/api/v1/repositories/acme/app";
        server = Javalin.create(config -> config.showJavalinBanner = false)
                .get(repository, context -> context.result("{\"data\":{\"completeness\":{\"complete\":true}}}"))
                .get(
                        repository + "/weeks/2024-W01/explain/feedback_p50_seconds",
                        context -> context.result(context.queryParam("after") == null ? FIRST : LAST))
                .get(repository + "/weeks/2024-W01/explain/bot_contributions", context -> context.result(NOTHING))
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
    void shouldShowTheFirstPageAndHowToSeeMore() {
        // When
        int exit = explain("acme/app", "feedback_p50_seconds", "2024-W01");

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                Acme/app, 2024-W01, feedback_p50_seconds: 1 d 2 h (93600 s)

                The median.
                From 2024-01-01 to before 2024-01-08, UTC. Definitions version 2, \
                docs/metrics.md#feedback-to-merge-latency; table feedback-latency-weekly.
                The value tells the durations of the counted entries.

                Counted
                  #7 An API?[2J
                    feedback answered, 2024-01-03 10:00, by ada (maintainer by association, Lab): answered by a merge, \
                1 d 2 h, pull request Acme/app#9 (evidence: keyword)
                    https://x/7

                Left out
                  nothing

                This is the first page: --all shows everything.
                Data until 2024-01-10 00:00 UTC. Complete: all 9 numbers are held; nothing missing.
                """);
    }

    @Test
    void shouldShowEverythingIfAskedTo() {
        // When
        int exit = explain("acme/app", "feedback_to_merge_latency", "2024-W01", "--all");

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("  #7 An API")
                .contains("  #8 Report\n    issue closed, 2024-01-04 10:00, by robot (bot by type): by a bot:")
                .doesNotContain("first page");
    }

    @Test
    void shouldWriteADocumentAPageAsJson() throws Exception {
        // When
        int exit = explain("acme/app", "feedback_p50_seconds", "2024-W01", "--all", "--format", "json");

        // Then
        assertThat(exit).isZero();
        String[] lines = out.toString().split("\\R");
        assertThat(lines).hasSize(2);
        JsonNode last = new ObjectMapper().readTree(lines[1]);
        assertThat(last.at("/data/leftOut/0/reason").asText()).isEqualTo("bot_by_type");
    }

    @Test
    void shouldSayWhyThereIsNoValue() {
        // When
        int exit = explain("acme/app", "bot_contributions", "2024-W01");

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("bot_contributions: unavailable, because nobody contributed")
                .contains("The first pass over GitHub is not finished.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme/app contributers 2024-W01|'contributers' is not a figure; there are contributions, contributors,",
                "acme/app contributors 2024-W99|'2024-W99' is not an ISO week",
                "acme contributors 2024-W01|'acme' is not a repository",
                "acme/app contributors|Missing required parameter: 'WEEK'",
            })
    void shouldSayWhatWouldBeRight(String arguments, String words) {
        // When
        int exit = explain(arguments.split(" ", -1));

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.USAGE.code());
        assertThat(err.toString()).contains(words).doesNotContain("\tat ");
    }

    @Test
    void shouldListEveryFigureInItsHelp() {
        // When
        int exit = explain("--help");

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString().replaceAll("[,.]", " ").split("\\s+"))
                .contains(WeeklyFigure.names().toArray(String[]::new));
    }

    @Test
    void shouldSayThatTheRunningHallwayDoesNotHaveTheRepository() {
        // When
        int exit = explain("acme/docs", "contributors", "2024-W01");

        // Then
        assertThat(exit).isEqualTo(HallwayExitCode.NOT_HELD.code());
        assertThat(err.toString()).contains("does not have acme/docs");
    }

    private int explain(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "explain";
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
