// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.pages;

import dev.hallway.benchmarks.Machine;
import dev.hallway.benchmarks.RunOptions;
import dev.hallway.benchmarks.WorkDirectory;
import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.cluster.StreamsProcess;
import dev.hallway.benchmarks.measure.ProgressReporter;
import dev.hallway.benchmarks.workload.Volume;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how soon pages are seen. */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures how soon Chromium shows the pages of many repositories, and of one that is ten years old,"
                        + " with streams and a real broker on this machine. Chromium and chromedriver must be installed.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:everything was measured", " 1:something went wrong", " 2:wrong arguments"})
@SuppressWarnings("NullAway.Init") // picocli sets the specification and the options.
public final class PagesBenchmarkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--repositories", paramLabel = "N", description = "Repositories (default: ${DEFAULT-VALUE}).")
    private int repositories = 1_000;

    @Option(names = "--events", paramLabel = "N", description = "Events in all of them (default: ${DEFAULT-VALUE}).")
    private int events = 100_000;

    @Option(
            names = "--old-events",
            paramLabel = "N",
            description = "Events in one more that is ten years old (default: ${DEFAULT-VALUE}).")
    private int oldEvents = 30_000;

    @Option(names = "--times", paramLabel = "N", description = "Loads of each page (default: ${DEFAULT-VALUE}).")
    private int times = 9;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Volume volume = volume();
        Machine machine = Machine.here();
        try (WorkDirectory directory = options.directory()) {
            PagesPlan plan = new PagesPlan(
                    volume,
                    oldEvents,
                    times,
                    StreamsProcess.USUAL_OPTIONS,
                    ClusterProcess.USUAL_OPTIONS,
                    directory.path());
            PrintWriter errors = spec.commandLine().getErr();
            Map<String, List<PageLoad>> loads = new PagesBenchmark(plan, ProgressReporter.lines(errors)).run();
            print(machine, loads);
            options.write(loads);
            return CommandLine.ExitCode.OK;
        }
    }

    private Volume volume() {
        try {
            if (times < 1 || oldEvents < 3) {
                throw new IllegalArgumentException(
                        "Load each page at least once (--times), and let at least three events"
                                + " happen (--old-events).");
            }
            return new Volume(events, repositories, 42);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private void print(Machine machine, Map<String, List<PageLoad>> loads) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d repositories with %,d events, and one of ten years with %,d; each page loaded %d times, with nothing"
                        + " kept; %d cores, load %.1f before%n%n",
                repositories,
                events,
                oldEvents,
                times,
                machine.cores(),
                machine.loadAverage());
        out.printf(
                Locale.ROOT,
                "%-26s %10s %10s %16s %10s %8s%n",
                "milliseconds, median",
                "paint",
                "drawn",
                "(the longest)",
                "complete",
                "kB");
        loads.forEach((page, times) -> out.printf(
                Locale.ROOT,
                "%-26s %,10d %,10d %,16d %,10d %,8d%n",
                page,
                median(times, PageLoad::firstPaintMillis),
                median(times, PageLoad::drawnMillis),
                times.stream().mapToLong(PageLoad::drawnMillis).max().orElseThrow(),
                median(times, PageLoad::completeMillis),
                median(times, PageLoad::kilobytes)));
        out.flush();
    }

    private static long median(List<PageLoad> loads, ToLongFunction<PageLoad> value) {
        return loads.stream().mapToLong(value).sorted().toArray()[loads.size() / 2];
    }
}
