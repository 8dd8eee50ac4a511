// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.Parts;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.streams.explain.WeeklyFigure;
import dev.hallway.streams.week.IsoWeek;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where a figure of a week comes from. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a figure of a week means, what it counted, and what it left out for which reason.",
            "Asks the running Hallway, or reads the data directory; sends no requests to GitHub."
        })
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class ExplainCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int A_PAGE = 50;
    private static final int A_PAGE_OF_ALL = 500;

    /** How it is written. */
    enum Format {
        TEXT,
        JSON
    }

    private final Parts parts;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(
            index = "0",
            paramLabel = "OWNER/REPO",
            converter = RepositoryNameConverter.class,
            description = "Whose.")
    private String repository;

    @Parameters(
            index = "1",
            paramLabel = "FIGURE",
            converter = FigureConverter.class,
            completionCandidates = FigureConverter.Names.class,
            description = {
                "Which figure: a column of a weekly table, or one of the metrics feedback-latency, responsiveness and flow"
                        + " as a whole. One of ${COMPLETION-CANDIDATES}."
            })
    private WeeklyFigure figure;

    @Parameters(
            index = "2",
            paramLabel = "WEEK",
            converter = WeekConverter.class,
            description = "Which ISO-8601 week, UTC, as YYYY-Www.")
    private IsoWeek week;

    @Option(names = "--format", defaultValue = "text", description = "One of ${COMPLETION-CANDIDATES}.")
    private Format format;

    @Option(
            names = "--all",
            description =
                    "Show everything, instead of the first page; as JSON, each page is a document on a line of its"
                            + " own.")
    private boolean all;

    ExplainCommand(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        try (Terminal terminal = Terminal.ofProcess();
                Session session = Session.open(
                        common.settings(List.of(repository), 0, 0, 0), new WithoutIngest(parts), terminal)) {
            terminal.finishStage();
            Holding holding = session.holding();
            JsonNode first = firstPage(session.client());
            PrintWriter out = spec.commandLine().getOut();
            if (format == Format.JSON) {
                writeJson(session.client(), first, out);
            } else {
                writeText(session.client(), first, out);
            }
            out.flush();
            holding.missing().forEach(terminal::note);
            return (holding.complete() ? HallwayExitCode.OK : HallwayExitCode.INCOMPLETE).code();
        }
    }

    private void writeJson(HallwayClient client, JsonNode first, PrintWriter out) {
        if (all) {
            forEachPage(client, first, out::println);
        } else {
            out.println(first.toPrettyString());
        }
    }

    /** Pages are asked for once for what is counted and once for what is left out, so that none need be kept. */
    private void writeText(HallwayClient client, JsonNode first, PrintWriter out) {
        ExplanationText.head(first).forEach(out::println);
        for (String part : List.of("counted", "leftOut")) {
            out.println();
            out.println(ExplanationText.heading(part));
            boolean[] any = {false};
            Consumer<JsonNode> entries = page -> page.path("data").path(part).forEach(entry -> {
                any[0] = true;
                ExplanationText.entry(entry).forEach(out::println);
            });
            if (all) {
                forEachPage(client, first, entries);
            } else {
                entries.accept(first);
            }
            if (!any[0]) {
                out.println(ExplanationText.NOTHING);
            }
        }
        out.println();
        if (!all && isFollowed(first)) {
            out.println("This is the first page: --all shows everything.");
        }
        out.println(ExplanationText.freshness(first));
    }

    /** The first page with anything on it: one that looked at many rows in vain is no answer to a person. */
    private JsonNode firstPage(HallwayClient client) {
        JsonNode page = page(client, "limit=" + (all ? A_PAGE_OF_ALL : A_PAGE));
        JsonNode first = page;
        while (!all && isEmpty(page) && isFollowed(page)) {
            page = page(client, next(page));
        }
        return isEmpty(page) ? first : page;
    }

    private void forEachPage(HallwayClient client, JsonNode first, Consumer<JsonNode> consumer) {
        JsonNode page = first;
        consumer.accept(page);
        while (isFollowed(page)) {
            page = page(client, next(page));
            consumer.accept(page);
        }
    }

    private JsonNode page(HallwayClient client, String query) {
        try {
            return JSON.readTree(client.get(repository, "/" + figure.address(week) + "?" + query));
        } catch (JsonProcessingException notJson) {
            throw new Failure(HallwayExitCode.FAILED, "Hallway's answer is not JSON: see its log.", notJson);
        }
    }

    private static boolean isEmpty(JsonNode page) {
        return page.path("data").path("counted").isEmpty()
                && page.path("data").path("leftOut").isEmpty();
    }

    private static boolean isFollowed(JsonNode page) {
        return page.path("data").has("next");
    }

    private static String next(JsonNode page) {
        String address = page.path("data").path("next").asText();
        return address.substring(address.indexOf('?') + 1);
    }
}
