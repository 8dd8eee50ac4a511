// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.ingest;

import dev.hallway.benchmarks.RunOptions;
import dev.hallway.benchmarks.WorkDirectory;
import dev.hallway.benchmarks.measure.ProgressReporter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures ingest. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures a first pull of one large repository from a simulated GitHub into a real broker.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:everything was pulled",
            " 1:something went wrong, or something is missing in Kafka",
            " 2:wrong arguments"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the specification and the options.
public final class IngestBenchmarkCommand implements Callable<Integer> {

    // A run of seconds would measure its optimising compiler as much as the broker.
    private static final List<String> BROKER_OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @Spec
    private CommandSpec spec;

    @Option(names = "--items", paramLabel = "N", description = "Issues and pull requests (default: ${DEFAULT-VALUE}).")
    private int items = 10_000;

    @Option(names = "--comments", paramLabel = "N", description = "Comments of all (default: ${DEFAULT-VALUE}).")
    private int comments = 60_000;

    @Option(names = "--seed", paramLabel = "S", description = "Equal seeds give equal repositories (default: 42).")
    private long seed = 42;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (WorkDirectory directory = options.directory()) {
            IngestFigures figures = new IngestBenchmark(
                            new LargeRepository(items, comments, seed),
                            BROKER_OPTIONS,
                            directory.path(),
                            ProgressReporter.lines(spec.commandLine().getErr()))
                    .run();
            out.println(table(figures));
            options.write(figures);
            return figures.complete() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private String table(IngestFigures figures) {
        return String.format(
                Locale.ROOT,
                """
                %,d items, %,d comments in one repository (seed %d); %d cores for ingest, broker and GitHub
                records into Kafka            %,12.0f a second
                records                       %,12d in %.1f s
                requests, first pull          %,12d
                pages                         %,12d
                requests, poll without news   %,12d
                CPU, ingest                   %,12.1f s
                CPU, broker                   %,12.1f s
                CPU, simulated GitHub         %,12.1f s
                peak heap, ingest             %,12d MiB
                everything in Kafka           %12s""",
                items,
                comments,
                seed,
                Runtime.getRuntime().availableProcessors(),
                figures.throughput().eventsPerSecond(),
                figures.throughput().events(),
                figures.throughput().seconds(),
                figures.requests(),
                figures.pages(),
                figures.idleRequests(),
                figures.throughput().cpuSeconds(),
                figures.throughput().brokerCpuSeconds(),
                figures.githubCpuSeconds(),
                figures.memory().heapMebibytes(),
                figures.complete() ? "yes" : "NO");
    }
}
