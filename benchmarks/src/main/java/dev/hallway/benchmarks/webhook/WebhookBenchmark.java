// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.webhook;

import dev.hallway.benchmarks.Machine;
import dev.hallway.benchmarks.cluster.ChildProcess;
import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.ingest.GitHubMain;
import dev.hallway.benchmarks.ingest.LargeRepository;
import dev.hallway.benchmarks.measure.ProgressReporter;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.caughtup.CaughtUp;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.runtime.RuntimePolicy;
import dev.hallway.streams.runtime.StreamsRuntime;
import dev.hallway.streams.runtime.StreamsSettings;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run: ingest and streams as they run in production read the history of some repositories; then webhooks report
 * what happens: first a single one, then one after the other, then many at once.
 */
final class WebhookBenchmark {

    private static final List<String> GITHUB_OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");
    private static final String SECRET = "a secret of the benchmark";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(1);
    private static final int THREADS = 1;

    private final WebhookPlan plan;
    private final ProgressReporter progress;
    private final List<String> repositories;

    WebhookBenchmark(WebhookPlan plan, ProgressReporter progress) {
        this.plan = plan;
        this.progress = progress;
        this.repositories = LargeRepository.names(plan.repositories());
    }

    WebhookFigures run() throws IOException, InterruptedException {
        Machine machine = Machine.here();
        LargeRepository history = plan.history();
        List<String> size = Stream.of(history.items(), history.comments(), history.seed(), plan.repositories())
                .map(String::valueOf)
                .toList();
        try (ClusterProcess process = ClusterProcess.start(plan.directory().resolve("cluster"), plan.brokerOptions());
                ChildProcess github = ChildProcess.start(GitHubMain.class, GITHUB_OPTIONS, size);
                StreamsRuntime streams = StreamsRuntime.start(streams(process.cluster()));
                LiveIngest ingest = new LiveIngest(
                        ingest(process.cluster(), URI.create(github.announced().get(0))), SECRET)) {
            ingest.awaitFirstCycle();
            try (CaughtUp caughtUp =
                    new CaughtUp(process.cluster().kafka(), RuntimePolicy.APPLICATION_ID, streams::unpublished)) {
                caughtUp.await(PATIENCE, look -> {});
            }
            return deliver(machine, process.cluster(), ingest.address());
        }
    }

    private WebhookFigures deliver(Machine machine, Cluster cluster, URI service)
            throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Deliveries deliveries = new Deliveries(
                repositories, plan.history().items(), now, plan.history().seed());
        try (Deliverer deliverer =
                new Deliverer(cluster, service, SECRET, IsoWeek.of(now).toString())) {
            deliverer.awaitReady();
            Timing first = deliverer.deliver(some(deliveries, 1), Duration.ZERO, progress);
            Timing sequential = deliverer.deliver(some(deliveries, plan.deliveries()), plan.pause(), progress);
            Timing burst = deliverer.deliver(some(deliveries, plan.burst()), Duration.ZERO, progress);
            return new WebhookFigures(machine, first, sequential, burst);
        }
    }

    private static List<Delivery> some(Deliveries deliveries, int number) {
        return Stream.generate(deliveries::next).limit(number).toList();
    }

    private StreamsSettings streams(Cluster cluster) {
        return new StreamsSettings(
                cluster.kafka(),
                cluster.registry(),
                plan.directory().resolve("state"),
                HttpSettings.loopback(0),
                THREADS);
    }

    private IngestSettings ingest(Cluster cluster, URI github) {
        return new IngestSettings(
                github,
                Access.with(new Token("benchmark")),
                repositories,
                cluster.kafka(),
                cluster.registry(),
                IngestSettings.ONLY_INGEST,
                POLL_INTERVAL);
    }
}
