// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.workload.GeneratedCounts;
import dev.hallway.benchmarks.workload.LateEvent;
import dev.hallway.standalone.Cluster;
import java.nio.file.Path;
import java.util.List;

/**
 * One run: load the input topics, read them plainly, run the topology on them, send late events, explain figures, put
 * somebody into the people registry, then start it again.
 */
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
            TopologyThroughput topology;
            Lateness lateness;
            Lateness explaining;
            Retagging retagging;
            List<String> profile;
            List<LateEvent> late = LateEvent.some(plan.lateEvents(), plan.volume());
            try (Pipeline pipeline = pipeline(cluster, broker, state);
                    Sampler sampler = new Sampler(plan.profile())) {
                topology = pipeline.catchUp(plan.volume().events(), progress);
                profile = sampler.summary(pipeline.streams());
                lateness = LateEvents.measure(cluster, late, progress);
                pipeline.awaitSettled();
                explaining = Explaining.measure(pipeline.streams(), ClusterProcess.PARTITIONS, progress);
                retagging = Retagging.measure(cluster, pipeline, plan.volume());
            }
            Memory memory = Memory.peak(broker);
            return new Figures(
                    raw,
                    topology,
                    lateness,
                    explaining,
                    retagging,
                    restarts(cluster, broker, state),
                    memory,
                    inputMebibytes,
                    Disk.mebibytes(brokerDirectory),
                    made.issuesOpened()
                            + late.stream().filter(LateEvent::opensIssue).count(),
                    made.pullRequestsOpened(),
                    Found.on(cluster),
                    profile);
        }
    }

    private Restarts restarts(Cluster cluster, ProcessHandle broker, Path state) {
        Throughput again = restart(cluster, broker, state);
        // As if the stores had been deleted.
        Throughput rebuilt = restart(cluster, broker, plan.directory().resolve("state-rebuilt"));
        return new Restarts(again.seconds(), rebuilt.seconds(), rebuilt.events());
    }

    private Throughput restart(Cluster cluster, ProcessHandle broker, Path state) {
        try (Pipeline pipeline = pipeline(cluster, broker, state)) {
            return pipeline.restart();
        }
    }

    private Pipeline pipeline(Cluster cluster, ProcessHandle broker, Path state) {
        return new Pipeline(cluster, broker, state, plan.threads(), plan.kafka());
    }

    private GeneratedCounts load(Cluster cluster) {
        try (Loading loading = new Loading(cluster, 20)) {
            return loading.load(plan.volume(), progress);
        }
    }
}
