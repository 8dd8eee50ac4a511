// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Looks at the stream threads every few milliseconds and tells what they were at.
 *
 * <p>Unlike the JDK's own profiler it also sees time spent inside RocksDB; in turn it sees Java code at safepoints only, so
 * that shares of packages can be trusted, and those of single methods less.
 */
final class Sampler implements AutoCloseable {

    private static final int PERIOD_MILLIS = 5;
    private static final int SHOWN = 40;
    private static final double LEAST_PERCENT = 0.5;
    private static final Set<String> METRICS = Set.of(
            "process-ratio",
            "punctuate-ratio",
            "poll-ratio",
            "commit-ratio",
            "commit-rate",
            "commit-latency-avg",
            "commit-latency-max",
            "process-rate",
            "poll-records-avg",
            "put-rate",
            "get-rate",
            "hit-ratio-avg");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ScheduledExecutorService timer;
    private final Map<String, Integer> exclusive = new HashMap<>();
    private final Map<String, Integer> inclusive = new HashMap<>();
    private final boolean enabled;
    private int samples;

    Sampler(boolean enabled) {
        this.enabled = enabled;
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sampler");
            thread.setDaemon(true);
            return thread;
        });
        if (enabled) {
            timer.scheduleAtFixedRate(this::sample, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** What was seen so far, with what Kafka Streams says of itself; empty if nothing was asked for. */
    List<String> summary(KafkaStreams streams) {
        timer.shutdownNow();
        if (!enabled) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        synchronized (this) {
            lines.add("Stream threads, " + samples + " samples: share of time by what ran (top frame)");
            lines.addAll(ranking(exclusive));
            lines.add("Stream threads: share of time by what it ran for (anywhere on the stack)");
            lines.addAll(ranking(inclusive));
        }
        lines.add("Processor seconds by thread");
        lines.addAll(processorTime());
        lines.add("What Kafka Streams says");
        lines.addAll(metrics(streams));
        return lines;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private synchronized void sample() {
        for (ThreadInfo thread : threads.dumpAllThreads(false, false)) {
            if (thread.getThreadName().contains("StreamThread")
                    && !thread.getThreadName().contains("producer")
                    && thread.getStackTrace().length > 0) {
                count(thread.getStackTrace());
            }
        }
    }

    private void count(StackTraceElement[] stack) {
        samples++;
        exclusive.merge(name(stack[0]), 1, Integer::sum);
        Set<String> seen = new LinkedHashSet<>();
        for (StackTraceElement frame : stack) {
            seen.add(name(frame));
        }
        seen.forEach(name -> inclusive.merge(name, 1, Integer::sum));
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }

    private List<String> ranking(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> 100.0 * entry.getValue() / samples >= LEAST_PERCENT)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(2 * SHOWN)
                .map(entry -> String.format(
                        Locale.ROOT, "  %5.1f %%  %s", 100.0 * entry.getValue() / samples, entry.getKey()))
                .toList();
    }

    private List<String> processorTime() {
        Map<String, Long> nanos = new TreeMap<>();
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo thread = threads.getThreadInfo(id);
            if (thread != null) {
                nanos.merge(thread.getThreadName(), threads.getThreadCpuTime(id), Long::sum);
            }
        }
        return nanos.entrySet().stream()
                .filter(entry -> entry.getValue() > 100_000_000)
                .map(entry -> String.format(Locale.ROOT, "  %8.1f  %s", entry.getValue() / 1e9, entry.getKey()))
                .toList();
    }

    private static List<String> metrics(KafkaStreams streams) {
        Map<String, String> lines = new TreeMap<>();
        for (Map.Entry<MetricName, ? extends Metric> metric : streams.metrics().entrySet()) {
            MetricName name = metric.getKey();
            if (METRICS.contains(name.name())
                    && (name.group().startsWith("stream-") && !name.group().contains("processor-node"))) {
                lines.put(
                        "  " + name.group() + " " + name.name() + " " + name.tags(),
                        String.valueOf(metric.getValue().metricValue()));
            }
        }
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " = " + line.getValue())
                .toList();
    }
}
