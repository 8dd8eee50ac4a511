// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Samples the stream threads every few milliseconds and reports what they were doing.
 *
 * <p>Unlike the JDK's own profiler it also sees time spent inside RocksDB; on the other hand it sees Java code at
 * safepoints only, so that shares of packages are reliable, and those of single methods less so.
 */
final class Sampler implements AutoCloseable {

    private static final int PERIOD_MILLIS = 5;
    private static final int SHOWN = 40;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final double TICKS_A_SECOND = 100;
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
            ScheduledFuture<?> unused =
                    timer.scheduleAtFixedRate(this::sample, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** What was seen so far, with the metrics of Kafka Streams; empty if no profile was asked for. */
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

    /**
     * From the system's own accounting, which includes the threads of the JVM and of RocksDB; Linux shortens names.
     */
    private static List<String> processorTime() {
        Map<String, Long> ticks = new TreeMap<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                String stat = Files.readString(task.resolve("stat"));
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                ticks.merge(name, Long.parseLong(rest[USER_TICKS]) + Long.parseLong(rest[SYSTEM_TICKS]), Long::sum);
            }
        } catch (IOException notLinux) {
            return List.of("  unavailable: " + notLinux.getMessage());
        }
        return ticks.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(15)
                .map(entry ->
                        String.format(Locale.ROOT, "  %8.1f  %s", entry.getValue() / TICKS_A_SECOND, entry.getKey()))
                .toList();
    }

    private static List<String> metrics(KafkaStreams streams) {
        Map<String, String> lines = new TreeMap<>();
        for (Map.Entry<MetricName, ? extends Metric> metric : streams.metrics().entrySet()) {
            MetricName name = metric.getKey();
            if (METRICS.contains(name.name()) && name.group().equals("stream-thread-metrics")) {
                lines.put(
                        "  " + name.name() + " " + name.tags().get("thread-id"),
                        String.valueOf(metric.getValue().metricValue()));
            }
        }
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " = " + line.getValue())
                .toList();
    }
}
