// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import dev.hallway.streams.change.ChangeKind;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;

/** What the tasks of an instance take in, publish, and have not finished. Safe for several threads. */
public final class TaskMeters {

    private final Clock clock;
    private final Set<TaskBacklog> backlogs = ConcurrentHashMap.newKeySet();
    private final Counter facts;
    private final Map<Class<?>, CounterDataPoint> factsByType = new ConcurrentHashMap<>();
    private final Histogram publication;

    /**
     * Meters in a registry.
     *
     * @param clock the clock by which tasks look
     */
    public TaskMeters(PrometheusRegistry registry, Clock clock) {
        this.clock = clock;
        facts = Counter.builder()
                .name("hallway_facts_taken")
                .help("Facts that were taken in, by type; those of a transaction that was undone are counted again.")
                .labelNames("type")
                .withoutExemplars()
                .register(registry);
        publication = Histogram.builder()
                .name("hallway_publication_duration_seconds")
                .help("How long one look at what has changed took that derived or sent anything.")
                .unit(Unit.SECONDS)
                .classicOnly()
                .classicUpperBounds(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)
                .withoutExemplars()
                .register(registry);
        GaugeWithCallback.builder()
                .name("hallway_unpublished_changes")
                .help("Changes whose figures are still to be derived and published, by kind.")
                .labelNames("kind")
                .callback(this::showChanges)
                .register(registry);
        GaugeWithCallback.builder()
                .name("hallway_oldest_uncommitted_change_age_seconds")
                .help("Age of the oldest change that is not committed to Kafka; 0 if there is none.")
                .unit(Unit.SECONDS)
                .callback(callback -> callback.call(seconds(oldestUncommitted())))
                .register(registry);
    }

    /** Meters that nobody reads. */
    public static TaskMeters unread() {
        return new TaskMeters(new PrometheusRegistry(), Clock.systemUTC());
    }

    /** A fact was taken in. */
    public void taken(SpecificRecord fact) {
        factsByType.computeIfAbsent(fact.getClass(), this::ofType).inc();
    }

    /** A look derived or sent something. */
    public void published(Duration time) {
        publication.observe(seconds(time));
    }

    /** A task begins; until it is closed, what it has not finished is shown. */
    public TaskBacklog open() {
        TaskBacklog backlog = new TaskBacklog(backlogs::remove);
        backlogs.add(backlog);
        return backlog;
    }

    /** As Prometheus writes names: {@code pull_request}. */
    private CounterDataPoint ofType(Class<?> type) {
        return facts.labelValues(
                type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }

    private void showChanges(GaugeWithCallback.Callback callback) {
        for (ChangeKind kind : ChangeKind.values()) {
            long changes =
                    backlogs.stream().mapToLong(task -> task.changes(kind)).sum();
            callback.call((double) changes, kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private Duration oldestUncommitted() {
        long now = clock.millis();
        long since =
                backlogs.stream().mapToLong(TaskBacklog::uncommittedSince).min().orElse(TaskBacklog.NEVER);
        return Duration.ofMillis(Math.max(0, now - Math.min(now, since)));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
