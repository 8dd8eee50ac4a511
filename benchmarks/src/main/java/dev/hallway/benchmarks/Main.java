// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks;

import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.ingest.IngestBenchmarkCommand;
import dev.hallway.benchmarks.live.LiveBenchmarkCommand;
import dev.hallway.benchmarks.measure.Benchmark;
import dev.hallway.benchmarks.measure.BenchmarkPlan;
import dev.hallway.benchmarks.measure.Figures;
import dev.hallway.benchmarks.measure.ProgressReporter;
import dev.hallway.benchmarks.pages.PagesBenchmarkCommand;
import dev.hallway.benchmarks.webhook.WebhookBenchmarkCommand;
import dev.hallway.benchmarks.workload.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point of the benchmark. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {
            IngestBenchmarkCommand.class,
            WebhookBenchmarkCommand.class,
            LiveBenchmarkCommand.class,
            PagesBenchmarkCommand.class
        },
        description = "Measures the whole topology on made-up communities, with a real broker on this machine.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:everything was measured and the metrics hold every item",
            " 1:something went wrong, or an item is missing in the metrics",
            " 2:wrong arguments"
        })
public final class Main implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--events", paramLabel = "N", description = "Number of events (default: ${DEFAULT-VALUE}).")
    private int events = 1_000_000;

    @Option(
            names = "--repositories",
            paramLabel = "N",
            description = "Number of repositories that share them (default: one for every 1,000 events).")
    private @Nullable Integer repositories;

    @Option(names = "--seed", paramLabel = "S", description = "Equal seeds give equal events (default: 42).")
    private long seed = 42;

    @Option(names = "--threads", paramLabel = "N", description = "Stream threads (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(names = "--late", paramLabel = "N", description = "Late events (default: ${DEFAULT-VALUE}).")
    private int late = 200;

    @Option(
            names = "--kafka",
            paramLabel = "KEY=VALUE",
            description = "A Kafka property that outranks Hallway's own, such as commit.interval.ms=500; repeatable.")
    private Map<String, String> kafka = new LinkedHashMap<>();

    @Option(
            names = "--broker-java-option",
            paramLabel = "OPTION",
            description = "Options of the broker's JVM instead of ${DEFAULT-VALUE}; repeatable.")
    private List<String> brokerOptions = ClusterProcess.USUAL_OPTIONS;

    @Option(names = "--profile", description = "Show where the stream threads spend their time.")
    private boolean profile;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--work-dir",
            paramLabel = "DIR",
            description =
                    "Keep broker and stores below this directory; whatever the run writes there is removed afterwards.")
    private Path workDirectory = Path.of(System.getProperty("java.io.tmpdir"));

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("run: " + failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("Picocli sets the specification before it calls.");
        }
        Volume volume = volume(spec);
        Machine machine = Machine.here();
        try (WorkDirectory directory = WorkDirectory.below(workDirectory)) {
            BenchmarkPlan plan =
                    new BenchmarkPlan(volume, late, threads, kafka, brokerOptions, profile, directory.path());
            Figures figures = new Benchmark(
                            plan, ProgressReporter.lines(spec.commandLine().getErr()))
                    .run();
            Report report = new Report(machine, plan, figures);
            spec.commandLine().getOut().println(report.table());
            if (json != null) {
                Files.writeString(json, report.json());
            }
            return figures.complete() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private Volume volume(CommandSpec command) {
        try {
            return repositories == null ? Volume.of(events, seed) : new Volume(events, repositories, seed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
        }
    }
}
