// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.measure.BenchmarkPlan;
import dev.hallway.benchmarks.measure.Figures;
import dev.hallway.benchmarks.measure.Throughput;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run's figures for people and for programs. */
record Report(Machine machine, BenchmarkPlan plan, Figures figures) {

    /** A table; the profile follows if there is one. */
    String table() {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "%,d events in %,d repositories (seed %d), %d partitions, %d stream threads",
                plan.volume().events(),
                plan.volume().repositories(),
                plan.volume().seed(),
                ClusterProcess.PARTITIONS,
                plan.threads()));
        lines.add(format(
                "%d cores, heap %d MiB, Java %s, load %.1f before; broker in a process of its own on the same cores",
                machine.cores(), machine.maxHeapMebibytes(), machine.jdk(), machine.loadAverage()));
        if (!plan.kafka().isEmpty()) {
            lines.add("Overrides: " + plan.kafka());
        }
        lines.add("");
        lines.add(format("%-34s %12s %10s %12s %12s", "", "events/s", "seconds", "CPU s here", "CPU s broker"));
        lines.add(throughput("plain consumer (raw limit)", figures.raw()));
        lines.add(throughput("topology, exactly_once_v2", figures.topology().whole()));
        lines.add(throughput("  its second half, all warm", figures.topology().secondHalf()));
        lines.add(row("topology / plain consumer", format("%.3f", figures.ratio())));
        lines.add("");
        lines.add(row(
                "late event to metric topic, p50",
                format("%,.0f ms", figures.lateness().p50Millis())));
        lines.add(row("  p99", format("%,.0f ms", figures.lateness().p99Millis())));
        lines.add(row(
                "  max of " + figures.lateness().events(),
                format("%,.0f ms", figures.lateness().maxMillis())));
        lines.add(row(
                "explanation of any figure, p50",
                format("%,.1f ms", figures.explaining().p50Millis())));
        lines.add(row("  p99", format("%,.1f ms", figures.explaining().p99Millis())));
        lines.add(row(
                "person put into the registry",
                format("%,.1f s", figures.retagging().seconds())));
        lines.add(row(
                "  contributions in repositories",
                format(
                        "%,d in %,d",
                        figures.retagging().contributions(), figures.retagging().repositories())));
        lines.add(row(
                "started again, until ready",
                format("%,.1f s", figures.restarts().seconds())));
        lines.add(row(
                "  with its stores deleted",
                format("%,.1f s", figures.restarts().rebuildSeconds())));
        lines.add(row(
                "  changelog records/s meanwhile",
                format("%,.0f", figures.restarts().rebuiltRecordsPerSecond())));
        lines.add(row("peak memory, this process", mebibytes(figures.memory().residentMebibytes())));
        lines.add(row("  of it heap", mebibytes(figures.memory().heapMebibytes())));
        lines.add(
                row("peak memory, broker's process", mebibytes(figures.memory().brokerResidentMebibytes())));
        lines.add(row("stores on disk", mebibytes(figures.topology().stateMebibytes())));
        lines.add(row("broker on disk, input only", mebibytes(figures.inputMebibytes())));
        lines.add(row("broker on disk, in the end", mebibytes(figures.brokerMebibytes())));
        lines.add(row("every item found in the metrics", figures.complete() ? "yes" : "NO: " + figures.found()));
        lines.addAll(figures.profile());
        return String.join(System.lineSeparator(), lines);
    }

    /** All of it as JSON. */
    String json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("machine", machine);
        tree.put("events", plan.volume().events());
        tree.put("repositories", plan.volume().repositories());
        tree.put("seed", plan.volume().seed());
        tree.put("partitions", ClusterProcess.PARTITIONS);
        tree.put("threads", plan.threads());
        tree.put("overrides", plan.kafka());
        tree.put("rawEventsPerSecond", figures.raw().eventsPerSecond());
        tree.put("topologyEventsPerSecond", figures.topology().whole().eventsPerSecond());
        tree.put("secondHalfEventsPerSecond", figures.topology().secondHalf().eventsPerSecond());
        tree.put("topologyToRaw", figures.ratio());
        tree.put("complete", figures.complete());
        tree.put("figures", figures);
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String throughput(String what, Throughput throughput) {
        return format(
                "%-34s %,12.0f %10.1f %12.1f %12.1f",
                what,
                throughput.eventsPerSecond(),
                throughput.seconds(),
                throughput.cpuSeconds(),
                throughput.brokerCpuSeconds());
    }

    private static String mebibytes(@Nullable Long number) {
        return number == null ? "unavailable" : format("%,d MiB", number);
    }

    private static String row(String what, String value) {
        return format("%-34s %12s", what, value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
