// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.workload.GeneratedCounts;
import dev.hallway.benchmarks.workload.LateEvent;
import dev.hallway.standalone.Cluster;
import java.nio.file.Path;
import java.util.List;

/** One run: load the input topics, read them plainly, run the topology on them, then send late events. */
public final class Benchmark {

    private final BenchmarkPlan plan;
    private final ProgressReporter progress;

    /** A run of the plan. */
    public Benchmark(BenchmarkPlan plan, ProgressReporter progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures. */
    public Figures run() {
        Path brokerDirectory = plan.directory().resolve("cluster");
        try (ClusterProcess process = ClusterProcess.start(brokerDirectory, plan.brokerOptions())) {
            Cluster cluster = process.cluster();
            ProcessHandle broker = process.handle();
            GeneratedCounts made = load(cluster);
            long inputMebibytes = Disk.mebibytes(brokerDirectory);
            Throughput raw = RawLimit.measure(cluster, broker, plan.volume().events(), progress);
            Memory.forgetPeaks();
            Path state = plan.directory().resolve("state");
            try (Pipeline pipeline = new Pipeline(cluster, broker, state, plan.threads(), plan.kafka());
                    Sampler sampler = new Sampler(plan.profile())) {
                TopologyThroughput topology = pipeline.catchUp(plan.volume().events(), progress);
                List<String> profile = sampler.summary(pipeline.streams());
                List<LateEvent> late = LateEvent.some(plan.lateEvents(), plan.volume());
                Lateness lateness = LateEvents.measure(cluster, late, progress);
                pipeline.awaitSettled();
                return new Figures(
                        raw,
                        topology,
                        lateness,
                        Memory.peak(broker),
                        inputMebibytes,
                        Disk.mebibytes(brokerDirectory),
                        made.issuesOpened()
                                + late.stream().filter(LateEvent::opensIssue).count(),
                        made.pullRequestsOpened(),
                        Found.on(cluster),
                        profile);
            }
        }
    }

    private GeneratedCounts load(Cluster cluster) {
        try (Loading loading = new Loading(cluster, 20)) {
            return loading.load(plan.volume(), progress);
        }
    }
}
