// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The repositories held here and their figures, read at most every few seconds and by a thread of its own.
 *
 * <p>Whoever asks starts a reading if it is time for one, and waits a moment for it: small communities are shown as they
 * are, and large ones keep nobody waiting. A reading that took long rests nine times as long, so that figures take no
 * more than a tenth of the time. Safe for several threads.
 */
final class FigureCache implements AutoCloseable {

    /** So many repositories are shown, the first ones by name. */
    static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(FigureCache.class);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(10);
    private static final int REST_TIMES = 9;
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private static final Comparator<Found> BY_NAME =
            Comparator.comparing(found -> found.summary().repository().toLowerCase(Locale.ROOT));

    private final Supplier<List<CommunityReader>> held;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread reader = new Thread(task, "read-figures-for-metrics");
        reader.setDaemon(true);
        return reader;
    });
    private Reading last = new Reading(CompletableFuture.completedFuture(Shown.NOTHING), Instant.MIN, 0);
    private Shown shown = Shown.NOTHING;
    private Instant restsUntil = Instant.MIN;

    /**
     * A cache that has not read anything.
     *
     * @param held a reader of each partition that is held here now
     */
    FigureCache(Supplier<List<CommunityReader>> held, Clock clock) {
        this.held = held;
        this.clock = clock;
    }

    /** What is shown now. */
    Shown shown() {
        Reading reading = current();
        try {
            Shown read = reading.result().get(reading.momentLeft(), TimeUnit.NANOSECONDS);
            return remember(read);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException notYet) {
            LOG.debug("The figures for the metrics are still being read.");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The figures for the metrics cannot be read.", failed);
        }
        return remembered();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private synchronized Reading current() {
        Instant now = clock.instant();
        boolean due = !now.isBefore(last.began().plus(BETWEEN_READINGS)) && !now.isBefore(restsUntil);
        if (last.result().isDone() && due && !thread.isShutdown()) {
            last = new Reading(CompletableFuture.supplyAsync(this::readThenRest, thread), now, System.nanoTime());
        }
        return last;
    }

    private Shown readThenRest() {
        Instant began = clock.instant();
        try {
            return read();
        } finally {
            restAfter(Duration.between(began, clock.instant()));
        }
    }

    private synchronized void restAfter(Duration reading) {
        restsUntil = clock.instant().plus(reading.multipliedBy(REST_TIMES));
    }

    private synchronized Shown remember(Shown read) {
        shown = read;
        return read;
    }

    private synchronized Shown remembered() {
        return shown;
    }

    /** None while Streams is stopping. */
    private List<CommunityReader> readers() {
        try {
            return held.get();
        } catch (RuntimeException stopping) {
            LOG.debug("The partitions cannot be listed for the metrics.", stopping);
            return List.of();
        }
    }

    private Shown read() {
        List<Found> found = new ArrayList<>();
        int failures = 0;
        for (CommunityReader reader : readers()) {
            try {
                reader.repositories().forEach(summary -> found.add(new Found(reader, summary)));
            } catch (RuntimeException unreadable) {
                LOG.debug("The repositories of a partition cannot be listed for the metrics.", unreadable);
                failures++;
            }
        }
        found.sort(BY_NAME);
        List<Repository> repositories = new ArrayList<>();
        for (Found one : found.subList(0, Math.min(MOST, found.size()))) {
            String name = one.summary().repository();
            try {
                CommunityFigures figures = CommunityFigures.read(one.reader(), name, IsoWeek.of(clock.instant()));
                repositories.add(new Repository(one.summary(), figures));
            } catch (RuntimeException unreadable) {
                // Its partition moves, or its store is being rebuilt: the others are shown.
                LOG.debug("The figures of {} cannot be read for the metrics.", name, unreadable);
                failures++;
            }
        }
        return new Shown(repositories, found.size(), failures);
    }

    private record Found(CommunityReader reader, RepositorySummary summary) {}

    private record Reading(CompletableFuture<Shown> result, Instant began, long beganNanos) {

        /** However many ask, together they wait no longer than a moment. */
        long momentLeft() {
            return Math.max(0, MOMENT.toNanos() - (System.nanoTime() - beganNanos));
        }
    }

    /**
     * A repository that is shown.
     *
     * @param summary how fresh and complete it is
     * @param figures those of its community
     */
    record Repository(RepositorySummary summary, CommunityFigures figures) {}

    /**
     * What one reading found.
     *
     * @param repositories those that are shown, by name
     * @param held how many there are
     * @param failures how many repositories, or partitions with all of theirs, could not be read
     */
    record Shown(List<Repository> repositories, int held, int failures) {

        static final Shown NOTHING = new Shown(List.of(), 0, 0);

        /** Copies the repositories. */
        Shown {
            repositories = List.copyOf(repositories);
        }

        /** Repositories that are held here and not shown. */
        int leftOut() {
            return held - repositories.size();
        }
    }
}
