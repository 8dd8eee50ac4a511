// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.live;

import dev.hallway.benchmarks.Machine;
import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.cluster.StreamsProcess;
import dev.hallway.benchmarks.measure.Lateness;
import dev.hallway.benchmarks.measure.Loading;
import dev.hallway.benchmarks.measure.Memory;
import dev.hallway.benchmarks.measure.ProgressReporter;
import dev.hallway.benchmarks.measure.Records;
import dev.hallway.benchmarks.workload.LateEvent;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.caughtup.CaughtUp;
import dev.hallway.streams.runtime.RuntimePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * One run: streams, in a process of its own, reads what happened before; then pages are opened, and events change one row
 * after the other, about ten a second. The pages are in this process, so that both ends of a time are read from one clock.
 */
final class LiveBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LAST_LOOKS = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int MEAN_PAUSE_MILLIS = 100;
    private static final List<Topic<String, ? extends SpecificRecord>> WATCHED =
            List.of(Topics.CONTRIBUTOR_DIVERSITY, Topics.FEEDBACK_LATENCY);

    private final LivePlan plan;
    private final ProgressReporter progress;

    LiveBenchmark(LivePlan plan, ProgressReporter progress) {
        this.plan = plan;
        this.progress = progress;
    }

    LiveFigures run() throws InterruptedException {
        Machine machine = Machine.here();
        try (ClusterProcess process = ClusterProcess.start(plan.directory().resolve("cluster"), plan.brokerOptions())) {
            Cluster cluster = process.cluster();
            try (Loading loading = new Loading(cluster, 0)) {
                loading.load(plan.volume(), progress);
                try (StreamsProcess streams =
                                StreamsProcess.start(cluster, plan.directory().resolve("state"), plan.javaOptions());
                        KafkaConsumer<String, SpecificRecord> rows = Records.consumer(cluster, WATCHED)) {
                    awaitQuiet(cluster, rows);
                    Long threadsBefore = Memory.threads(streams.handle());
                    ToldPages told = new ToldPages(plan.pages());
                    try (OpenPages pages = new OpenPages(streams.address(), plan.pages(), told)) {
                        pages.awaitOpen();
                        change(loading, rows, told);
                        return new LiveFigures(
                                machine,
                                Lateness.of(told.nanosFromEvent()),
                                Lateness.of(told.nanosFromRow()),
                                threadsBefore,
                                Memory.threads(streams.handle()),
                                Memory.peakResident(streams.handle()),
                                Memory.peakResident(process.handle()));
                    }
                }
            }
        }
    }

    /** Until everything is read and no row is published any more. */
    private static void awaitQuiet(Cluster cluster, KafkaConsumer<String, SpecificRecord> rows) {
        try (CaughtUp caughtUp = new CaughtUp(cluster.kafka(), RuntimePolicy.APPLICATION_ID, () -> 0)) {
            caughtUp.await(PATIENCE, look -> {});
        }
        List<TopicPartition> partitions = new ArrayList<>();
        WATCHED.forEach(topic -> partitions.addAll(Records.partitions(rows, topic)));
        rows.assign(partitions);
        rows.seekToEnd(partitions);
        partitions.forEach(rows::position);
        long quietSince = System.nanoTime();
        while (System.nanoTime() - quietSince < QUIET.toNanos()) {
            if (!rows.poll(LAST_LOOKS).isEmpty()) {
                quietSince = System.nanoTime();
            }
        }
    }

    private void change(Loading loading, KafkaConsumer<String, SpecificRecord> rows, ToldPages told) {
        SplittableRandom random = new SplittableRandom(1);
        long next = System.nanoTime();
        List<LateEvent> events = LateEvent.some(plan.events(), plan.volume());
        for (LateEvent event : events) {
            look(rows, told, next);
            told.caused(line(event.shownOn().name(), event.row()));
            loading.send(event.event());
            next += Duration.ofMillis(random.nextInt(2 * MEAN_PAUSE_MILLIS)).toNanos();
            progress.report("changes caused", told.caused(), events.size());
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (told.missing() > 0 && System.nanoTime() - end < 0) {
            look(rows, told, System.nanoTime() + LAST_LOOKS.toNanos());
        }
        if (told.missing() > 0) {
            throw new IllegalStateException(told.missing() + " of " + told.caused() * plan.pages()
                    + " times, a page was not told of a change.");
        }
    }

    private static void look(KafkaConsumer<String, SpecificRecord> rows, ToldPages told, long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            for (ConsumerRecord<String, SpecificRecord> row : rows.poll(Duration.ofNanos(left))) {
                told.committed(line(row.topic(), Objects.requireNonNull(row.key())));
            }
        }
    }

    /** The line of a stream that tells of the row of a week. */
    private static String line(String topic, String key) {
        String[] place = key.split("\\|", 2);
        return "data: {\"table\":\"" + topic.substring(topic.lastIndexOf('.') + 1) + "\",\"repository\":\"" + place[0]
                + "\",\"week\":\"" + place[1] + "\"}";
    }
}
