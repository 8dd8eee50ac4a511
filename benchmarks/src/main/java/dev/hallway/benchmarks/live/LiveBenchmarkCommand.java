// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.live;

import dev.hallway.benchmarks.RunOptions;
import dev.hallway.benchmarks.WorkDirectory;
import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.cluster.StreamsProcess;
import dev.hallway.benchmarks.measure.Lateness;
import dev.hallway.benchmarks.measure.ProgressReporter;
import dev.hallway.benchmarks.workload.Volume;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures open pages. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures how soon every one of many open pages is told that a figure has changed, with streams and a"
                        + " real broker, each in a process of its own, on this machine.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:every page was told of every change",
            " 1:something went wrong, or a page was not told of a change",
            " 2:wrong arguments"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the specification and the options.
public final class LiveBenchmarkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--pages", paramLabel = "N", description = "Open pages (default: ${DEFAULT-VALUE}).")
    private int pages = 200;

    @Option(
            names = "--changes",
            paramLabel = "N",
            description = "Figures that change, at most, about ten a second (default: ${DEFAULT-VALUE}).")
    private int changes = 500;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "Events that happened before (default: ${DEFAULT-VALUE}).")
    private int events = 20_000;

    @Option(names = "--seed", paramLabel = "S", description = "Equal seeds give equal events (default: 42).")
    private long seed = 42;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Volume volume = volume();
        try (WorkDirectory directory = options.directory()) {
            LivePlan plan = new LivePlan(
                    volume,
                    pages,
                    changes,
                    StreamsProcess.USUAL_OPTIONS,
                    ClusterProcess.USUAL_OPTIONS,
                    directory.path());
            LiveFigures figures = new LiveBenchmark(
                            plan, ProgressReporter.lines(spec.commandLine().getErr()))
                    .run();
            spec.commandLine().getOut().println(table(volume, figures));
            options.write(figures);
            return CommandLine.ExitCode.OK;
        }
    }

    private Volume volume() {
        if (pages < 1 || changes < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give at least one page and one change: --pages " + pages + ", --changes " + changes + ".");
        }
        try {
            return Volume.of(events, seed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private String table(Volume volume, LiveFigures figures) {
        return String.join(
                System.lineSeparator(),
                String.format(
                        Locale.ROOT,
                        "%,d open pages, after %,d events in %,d repositories (seed %d); %d cores for streams, broker and"
                                + " pages, load %.1f before",
                        pages,
                        volume.events(),
                        volume.repositories(),
                        seed,
                        figures.machine().cores(),
                        figures.machine().loadAverage()),
                "",
                String.format(
                        Locale.ROOT,
                        "%-52s %10s %8s %8s %8s",
                        "milliseconds until a page is told",
                        "times",
                        "p50",
                        "p99",
                        "max"),
                row("since the event was given to Kafka", figures.fromEvent()),
                row("since a reader of committed records had the row", figures.fromRow()),
                "",
                row("threads of streams before", figures.threadsBefore(), ""),
                row("  with all pages open", figures.threads(), ""),
                row("peak memory of streams", figures.residentMebibytes(), " MiB"),
                row("peak memory of the broker", figures.brokerResidentMebibytes(), " MiB"));
    }

    private static String row(String what, @Nullable Long number, String unit) {
        String value = number == null ? "unavailable" : String.format(Locale.ROOT, "%,d%s", number, unit);
        return String.format(Locale.ROOT, "%-52s %10s", what, value);
    }

    private static String row(String what, Lateness lateness) {
        return String.format(
                Locale.ROOT,
                "%-52s %,10d %,8.0f %,8.0f %,8.0f",
                what,
                lateness.events(),
                lateness.p50Millis(),
                lateness.p99Millis(),
                lateness.maxMillis());
    }
}
