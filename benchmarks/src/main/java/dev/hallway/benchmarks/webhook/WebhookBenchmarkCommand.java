// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.webhook;

import dev.hallway.benchmarks.RunOptions;
import dev.hallway.benchmarks.WorkDirectory;
import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.ingest.LargeRepository;
import dev.hallway.benchmarks.measure.Lateness;
import dev.hallway.benchmarks.measure.ProgressReporter;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures webhooks. */
@Command(
        name = "webhook",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures how soon a signed webhook changes a row on a metric topic, with ingest, streams and a real"
                        + " broker on this machine.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:every delivery was found in the metrics",
            " 1:something went wrong, or a delivery changed nothing",
            " 2:wrong arguments"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the specification and the options.
public final class WebhookBenchmarkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--deliveries", paramLabel = "N", description = "One after the other (default: ${DEFAULT-VALUE}).")
    private int deliveries = 500;

    @Option(
            names = "--pause",
            paramLabel = "MILLISECONDS",
            description = "Time from one to the next (default: ${DEFAULT-VALUE}).")
    private int pause = 100;

    @Option(names = "--burst", paramLabel = "N", description = "All at once (default: ${DEFAULT-VALUE}).")
    private int burst = 100;

    @Option(names = "--repositories", paramLabel = "N", description = "Whose (default: ${DEFAULT-VALUE}).")
    private int repositories = 10;

    @Option(
            names = "--items",
            paramLabel = "N",
            description = "Issues and pull requests each repository has before (default: ${DEFAULT-VALUE}).")
    private int items = 300;

    @Option(
            names = "--comments",
            paramLabel = "N",
            description = "Comments each repository has before (default: ${DEFAULT-VALUE}).")
    private int comments = 1_500;

    @Option(names = "--seed", paramLabel = "S", description = "Equal seeds give equal deliveries (default: 42).")
    private long seed = 42;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (WorkDirectory directory = options.directory()) {
            WebhookPlan plan = new WebhookPlan(
                    new LargeRepository(items, comments, seed),
                    repositories,
                    deliveries,
                    Duration.ofMillis(pause),
                    burst,
                    ClusterProcess.USUAL_OPTIONS,
                    directory.path());
            WebhookFigures figures = new WebhookBenchmark(
                            plan, ProgressReporter.lines(spec.commandLine().getErr()))
                    .run();
            spec.commandLine().getOut().println(table(figures));
            options.write(figures);
            return CommandLine.ExitCode.OK;
        }
    }

    private String table(WebhookFigures figures) {
        return String.join(
                System.lineSeparator(),
                String.format(
                        Locale.ROOT,
                        "%,d repositories with %,d items and %,d comments each (seed %d); %d cores for ingest, streams,"
                                + " broker and GitHub, load %.1f before",
                        repositories,
                        items,
                        comments,
                        seed,
                        figures.machine().cores(),
                        figures.machine().loadAverage()),
                "",
                String.format(
                        Locale.ROOT, "%-44s %10s %10s %10s %10s", "milliseconds", "deliveries", "p50", "p99", "max"),
                row("very first delivery: answered by 2xx", figures.first().answered()),
                row("  shows on the metric topic", figures.first().shown()),
                row(
                        "one every " + pause + " ms: answered by 2xx",
                        figures.sequential().answered()),
                row("  shows on the metric topic", figures.sequential().shown()),
                row("all at once: answered by 2xx", figures.burst().answered()),
                row("  shows on the metric topic", figures.burst().shown()));
    }

    private static String row(String what, Lateness lateness) {
        return String.format(
                Locale.ROOT,
                "%-44s %,10d %,10.0f %,10.0f %,10.0f",
                what,
                lateness.events(),
                lateness.p50Millis(),
                lateness.p99Millis(),
                lateness.maxMillis());
    }
}
