// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.processor;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** How often a stream thread has committed, as Kafka Streams counts it: nothing else tells of a commit. */
final class ThreadCommits {

    private final Optional<Metric> commits;

    private ThreadCommits(Optional<Metric> commits) {
        this.commits = commits;
    }

    /** Those of the calling thread; none under a test driver, which has no stream thread. */
    static ThreadCommits ofThisThread(ProcessorContext<?, ?> context) {
        String thread = Thread.currentThread().getName();
        return new ThreadCommits(context.metrics().metrics().entrySet().stream()
                .filter(metric -> isOf(thread, metric.getKey()))
                .findFirst()
                .map(Map.Entry::getValue));
    }

    double count() {
        return commits.map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .map(Double.class::cast)
                .orElse(0.0);
    }

    private static boolean isOf(String thread, MetricName name) {
        return name.group().equals("stream-thread-metrics")
                && name.name().equals("commit-total")
                && thread.equals(name.tags().get("thread-id"));
    }
}
