// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import dev.hallway.streams.portfolio.FigureCache;
import dev.hallway.streams.portfolio.FigureCache.Repository;
import dev.hallway.streams.portfolio.RepositoryFigures;
import dev.hallway.streams.read.CompletenessNote;
import dev.hallway.streams.read.Inventory;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How fresh and complete the repositories held here are, and the figures of their communities.
 *
 * <p>Each repository is shown by the instance that holds it. As many as {@value #MOST} are shown, the first ones by name;
 * how many are not is a metric too.
 */
public final class RepositoryMeters {

    static final int MOST = 200;

    private static final String REPOSITORY = "repository";
    private static final String IN_WEEKS =
            " in " + RepositoryFigures.WEEKS + " weeks, up to this one or to where the data end.";

    private final PrometheusRegistry registry;
    private final FigureCache cache;
    private final Clock clock;

    /**
     * Meters in a registry.
     *
     * @param cache of what is held here, started and closed by whoever has made it
     */
    public RepositoryMeters(PrometheusRegistry registry, FigureCache cache, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.cache = cache;
        registerCounts();
        registerCompleteness();
        registerCommunity();
    }

    private void registerCounts() {
        register("hallway_repositories", "Repositories that this instance holds.", FigureCache.Shown::held);
        register(
                "hallway_repositories_left_out",
                "Repositories that this instance holds and that have no metrics: those beyond the first " + MOST
                        + " by name, and those that are not read yet or cannot be.",
                FigureCache.Shown::leftOut);
        register(
                "hallway_repository_read_failures",
                "Repositories, or partitions with all of theirs, that cannot be read for these metrics.",
                FigureCache.Shown::failures);
    }

    private void registerCompleteness() {
        registerEach(
                "hallway_repository_freshness_seconds",
                "Time since the moment up to which everything that GitHub showed is in; absent before the first time.",
                repository -> freshness(repository.summary()));
        registerEach(
                "hallway_repository_complete",
                "1 if nothing is known to be missing of the repository, otherwise 0.",
                repository -> CompletenessNote.of(repository.summary()).complete() ? 1 : 0);
        registerEach(
                "hallway_repository_gaps",
                "Named gaps of the repository.",
                repository -> repository.summary().gaps().size());
        registerEach(
                "hallway_repository_unexplained_numbers",
                "Numbers of which it is not known yet what they are: they may be items that the figures lack.",
                repository -> unexplained(repository.summary()));
    }

    private void registerCommunity() {
        registerByKind(
                "hallway_repository_open_items", "Open issues and pull requests.", RepositoryFigures.Items::open);
        registerByKind(
                "hallway_repository_waiting_for_first_reply",
                "Open issues and pull requests of people to which nobody else has replied, except drafts.",
                RepositoryFigures.Items::waiting);
        registerByKind(
                "hallway_repository_first_response_median_seconds",
                "Median time to the first response, of what people opened" + IN_WEEKS,
                RepositoryFigures.Items::firstResponseMedianSeconds);
        registerEach(
                "hallway_repository_feedback_to_merge_median_seconds",
                "Median time from feedback to the merge that answers it, of the merges" + IN_WEEKS,
                repository -> repository.figures().feedbackToMergeMedian());
        registerEach("hallway_repository_contributors", "People who contributed" + IN_WEEKS, repository -> repository
                .figures()
                .contributors());
        registerEach(
                "hallway_repository_absence_factor",
                "The fewest people who made half of the contributions" + IN_WEEKS,
                repository -> repository.figures().absenceFactor());
    }

    private @Nullable Number freshness(RepositorySummary summary) {
        Instant syncedAt = summary.syncedAt();
        return syncedAt == null
                ? null
                : Math.max(0, Duration.between(syncedAt, clock.instant()).toMillis()) / 1e3;
    }

    private static @Nullable Number unexplained(RepositorySummary summary) {
        Inventory inventory = summary.inventory();
        return inventory == null ? null : inventory.unexplainedNumbers();
    }

    private void register(String name, String help, ToDoubleFunction<FigureCache.Shown> value) {
        gauge(name, help)
                .callback(callback -> callback.call(value.applyAsDouble(cache.shown(MOST))))
                .register(registry);
    }

    private void registerEach(String name, String help, Function<Repository, @Nullable Number> value) {
        gauge(name, help)
                .labelNames(REPOSITORY)
                .callback(callback -> cache.shown(MOST)
                        .repositories()
                        .forEach(repository -> show(callback, value.apply(repository), name(repository))))
                .register(registry);
    }

    private void registerByKind(String name, String help, Function<RepositoryFigures.Items, @Nullable Number> value) {
        gauge(name, help)
                .labelNames(REPOSITORY, "kind")
                .callback(callback -> cache.shown(MOST).repositories().forEach(repository -> repository
                        .figures()
                        .items()
                        .forEach((kind, items) -> show(callback, value.apply(items), name(repository), label(kind)))))
                .register(registry);
    }

    /** What is unavailable has no sample. */
    private static void show(GaugeWithCallback.Callback callback, @Nullable Number value, String... labels) {
        if (value != null) {
            callback.call(value.doubleValue(), labels);
        }
    }

    private static GaugeWithCallback.Builder gauge(String name, String help) {
        GaugeWithCallback.Builder gauge = GaugeWithCallback.builder().name(name).help(help);
        return name.endsWith("_seconds") ? gauge.unit(Unit.SECONDS) : gauge;
    }

    private static String name(Repository repository) {
        return repository.summary().repository();
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
