// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.ingest;

import dev.hallway.benchmarks.cluster.ChildProcess;
import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.measure.Memory;
import dev.hallway.benchmarks.measure.ProgressReporter;
import dev.hallway.benchmarks.measure.Stopwatch;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.standalone.Cluster;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run: pull a large repository for the first time, then poll it once with nothing new. */
final class IngestBenchmark {

    // It is not measured, and should use little of the time of what is.
    private static final List<String> GITHUB_OPTIONS = List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final LargeRepository repository;
    private final List<String> brokerOptions;
    private final Path directory;
    private final ProgressReporter progress;

    IngestBenchmark(LargeRepository repository, List<String> brokerOptions, Path directory, ProgressReporter progress) {
        this.repository = repository;
        this.brokerOptions = brokerOptions;
        this.directory = directory;
        this.progress = progress;
    }

    IngestFigures run() throws InterruptedException {
        List<String> size = List.of(
                Integer.toString(repository.items()),
                Integer.toString(repository.comments()),
                Long.toString(repository.seed()),
                "1");
        try (ClusterProcess process = ClusterProcess.start(directory.resolve("cluster"), brokerOptions);
                ChildProcess github = ChildProcess.start(GitHubMain.class, GITHUB_OPTIONS, size)) {
            URI url = URI.create(github.announced().get(0));
            Counting counting = new Counting(repository.items() + repository.comments(), progress);
            try (Ingester ingester = Ingester.connect(settings(process.cluster(), url), counting)) {
                Memory.forgetPeaks();
                Stopwatch watch = new Stopwatch(process.handle());
                Stopwatch githubWatch = new Stopwatch(github.handle());
                CycleReport first = ingester.runCycle();
                long records = counting.records;
                IngestFigures figures = new IngestFigures(
                        watch.stop(records),
                        githubWatch.stop(records).brokerCpuSeconds(),
                        first.requests(),
                        counting.pages,
                        ingester.runCycle().requests(),
                        Memory.peak(process.handle()),
                        first.complete() && records >= repository.items() + repository.comments());
                return figures;
            }
        }
    }

    private static IngestSettings settings(Cluster cluster, URI github) {
        return new IngestSettings(
                github,
                Access.with(new Token("benchmark")),
                List.of(LargeRepository.NAME),
                cluster.kafka(),
                cluster.registry(),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
    }

    /** Counts what was committed. */
    private static final class Counting implements IngestListener {

        private final long expected;
        private final ProgressReporter progress;
        private long records;
        private long pages;

        Counting(long expected, ProgressReporter progress) {
            this.expected = expected;
            this.progress = progress;
        }

        @Override
        public void pageCommitted(String name, IngestStream stream, int committed) {
            records += committed;
            pages++;
            progress.report("items and comments pulled", records, expected);
        }
    }
}
