// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of all repositories held here, kept fresh by a thread of its own. Safe for several threads.
 *
 * <p>Which repositories are held is looked up about once a second. Figures are read for the first time as soon as a
 * repository is found, again once it has changed, and otherwise now and then, because a week may have ended. Each of
 * the three has a share of the time that it does not exceed, and a repository whose reading takes long is read less
 * often than the others, which do not wait for it ({@code docs/adr/0033}).
 */
public final class FigureCache implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FigureCache.class);

    private static final Duration BETWEEN_LISTINGS = Duration.ofSeconds(1);
    private static final double SHARE_OF_LISTING = 0.01;
    private static final Duration SAVED_UP = Duration.ofSeconds(1);
    private static final Duration MOST_AGE = Duration.ofMinutes(1);
    private static final Duration UNTIL_ANOTHER_TRY = Duration.ofSeconds(2);
    /** What changes at once is read at once, and not change by change. */
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(200);

    private static final int REST_TIMES = 19;
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(5);

    private static final Comparator<Entry> BY_NAME = Comparator.comparing(entry -> key(entry.summary.repository()));

    private final Supplier<List<CommunityReader>> held;
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<Reason, ReadingPace> paces = new EnumMap<>(Reason.class);
    private final ReadingPace listings;
    private final CountDownLatch firstRound = new CountDownLatch(1);
    private final AtomicLong patienceUntil = new AtomicLong();
    private final Thread thread = new Thread(this::run, "read-figures");
    private long nextListing;
    private volatile Listing listing = new Listing(List.of(), 0);
    private volatile boolean closed;

    /**
     * A cache that has not read anything, and does not until it is started.
     *
     * @param held a reader of each partition that is held here now
     */
    public FigureCache(Supplier<List<CommunityReader>> held, Clock clock) {
        this.held = held;
        this.clock = clock;
        long now = System.nanoTime();
        nextListing = now;
        listings = new ReadingPace(SHARE_OF_LISTING, BETWEEN_LISTINGS, now);
        for (Reason reason : Reason.values()) {
            paces.put(reason, new ReadingPace(reason.share, SAVED_UP, now));
        }
        thread.setDaemon(true);
    }

    /** Begins to read; once. */
    public void start() {
        thread.start();
    }

    /**
     * The repository has changed, held here or not: its figures are read again soon. Cheap, for any thread.
     *
     * @param repository {@code owner/repo} in any case
     */
    public void changed(String repository) {
        Entry entry = entries.get(key(repository));
        if (entry != null && !entry.changed) {
            entry.changed = true;
            LockSupport.unpark(thread);
        }
    }

    /** The figures of a repository; empty until they are read, and while they cannot be. */
    public Optional<RepositoryFigures> figures(String repository) {
        Entry entry = entries.get(key(repository));
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.figures);
    }

    /**
     * The first repositories by name, those left out of which no figures are read; whoever asks early waits a moment for
     * the first readings.
     */
    public Shown shown(int most) {
        awaitFirstRound();
        Listing now = listing;
        List<Repository> repositories = new ArrayList<>();
        int failures = now.failures;
        for (Entry entry : now.byName.subList(0, Math.min(most, now.byName.size()))) {
            RepositoryFigures figures = entry.figures;
            failures += entry.failed ? 1 : 0;
            if (figures != null) {
                repositories.add(new Repository(entry.summary, figures));
            }
        }
        return new Shown(repositories, now.byName.size(), failures);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(UNTIL_STOPPED.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** However many ask, together they wait no longer than a moment. */
    private void awaitFirstRound() {
        long now = System.nanoTime();
        patienceUntil.compareAndSet(0, now + MOMENT.toNanos());
        try {
            if (!firstRound.await(patienceUntil.get() - now, TimeUnit.NANOSECONDS)) {
                LOG.debug("The figures are still being read.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            long wait = step(System.nanoTime());
            if (wait > 0) {
                LockSupport.parkNanos(this, wait);
            }
        }
    }

    /** Does the next thing that is due; in nanoseconds, how long until there may be another one. */
    private long step(long now) {
        if (now - nextListing >= 0) {
            list(now);
            return 0;
        }
        Due due = next(now);
        if (due == null || due.reason != Reason.FIRST || due.delay > 0) {
            firstRound.countDown();
        }
        if (due != null && due.delay <= 0) {
            read(due.entry, due.reason);
            return 0;
        }
        long untilListing = nextListing - now;
        return due == null ? untilListing : Math.min(due.delay, untilListing);
    }

    private @Nullable Due next(long now) {
        IsoWeek week = IsoWeek.of(clock.instant());
        Due next = null;
        for (Entry entry : entries.values()) {
            Reason reason = entry.reason(now, week);
            if (reason != null) {
                long wait = Math.max(
                        0, Math.max(entry.restsUntil - now, pace(reason).untilNext(now)));
                Due due = new Due(entry, reason, wait);
                next = next == null || due.isBefore(next) ? due : next;
            }
        }
        return next;
    }

    private void read(Entry entry, Reason reason) {
        // What changes from now on may not be in what is read.
        entry.changed = false;
        long from = System.nanoTime();
        try {
            entry.figures = RepositoryFigures.read(entry.reader, entry.summary, clock.instant());
            entry.failed = false;
        } catch (RuntimeException unreadable) {
            // Its partition moves, or its store is being rebuilt.
            LOG.debug("The figures of {} cannot be read.", entry.summary.repository(), unreadable);
            entry.figures = null;
            entry.failed = true;
        }
        long to = System.nanoTime();
        entry.read(from, to);
        pace(reason).read(from, to);
    }

    private void list(long from) {
        Map<String, Entry> found = new HashMap<>();
        int failures = 0;
        for (CommunityReader reader : readers()) {
            try {
                reader.repositories().forEach(summary -> {
                    Entry entry = found(reader, summary);
                    found.put(key(summary.repository()), entry);
                });
            } catch (RuntimeException unreadable) {
                LOG.debug("The repositories of a partition cannot be listed.", unreadable);
                failures++;
            }
        }
        entries.keySet().retainAll(found.keySet());
        entries.putAll(found);
        listing = new Listing(found.values().stream().sorted(BY_NAME).toList(), failures);
        long to = System.nanoTime();
        listings.read(from, to);
        nextListing = to + Math.max(BETWEEN_LISTINGS.toNanos(), listings.untilNext(to));
    }

    private Entry found(CommunityReader reader, RepositorySummary summary) {
        Entry known = entries.get(key(summary.repository()));
        if (known == null) {
            return new Entry(reader, summary);
        }
        known.found(reader, summary);
        return known;
    }

    /** None while Streams is stopping. */
    private List<CommunityReader> readers() {
        try {
            return held.get();
        } catch (RuntimeException stopping) {
            LOG.debug("The partitions cannot be listed.", stopping);
            return List.of();
        }
    }

    private ReadingPace pace(Reason reason) {
        ReadingPace pace = paces.get(reason);
        if (pace == null) {
            throw new IllegalStateException("There is no pace for " + reason + ".");
        }
        return pace;
    }

    private static String key(String repository) {
        return repository.toLowerCase(Locale.ROOT);
    }

    /** Why figures are to be read, the most urgent first. */
    private enum Reason {
        FIRST(0.5),
        CHANGED(0.08),
        AGED(0.02);

        private final double share;

        Reason(double share) {
            this.share = share;
        }
    }

    private record Due(Entry entry, Reason reason, long delay) {

        boolean isBefore(Due other) {
            int order = Long.compare(delay, other.delay);
            order = order == 0 ? reason.compareTo(other.reason) : order;
            return order == 0 ? entry.readAt - other.entry.readAt < 0 : order < 0;
        }
    }

    private record Listing(List<Entry> byName, int failures) {}

    /** A repository that is held here. Except for the sign that it has changed, only the reading thread writes. */
    private static final class Entry {

        private volatile CommunityReader reader;
        private volatile RepositorySummary summary;
        private volatile @Nullable RepositoryFigures figures;
        private volatile boolean changed;
        private volatile boolean failed;
        private long readAt = System.nanoTime();
        private long restsUntil = readAt;

        Entry(CommunityReader reader, RepositorySummary summary) {
            this.reader = reader;
            this.summary = summary;
        }

        void found(CommunityReader latest, RepositorySummary description) {
            if (!Reach.of(description).equals(Reach.of(summary))) {
                changed = true;
            }
            reader = latest;
            summary = description;
        }

        @Nullable
        Reason reason(long now, IsoWeek week) {
            RepositoryFigures read = figures;
            if (read == null) {
                return Reason.FIRST;
            }
            if (changed || !read.areOf(week)) {
                return Reason.CHANGED;
            }
            return now - readAt >= MOST_AGE.toNanos() ? Reason.AGED : null;
        }

        void read(long from, long to) {
            readAt = to;
            long rest = Math.max(BETWEEN_READINGS.toNanos(), REST_TIMES * (to - from));
            restsUntil = to + (failed ? Math.max(rest, UNTIL_ANOTHER_TRY.toNanos()) : rest);
        }
    }

    /**
     * A repository that is shown.
     *
     * @param summary how fresh and complete it is
     * @param figures those of its community
     */
    public record Repository(RepositorySummary summary, RepositoryFigures figures) {}

    /**
     * What was found and read.
     *
     * @param repositories those of which figures are read, by name
     * @param held how many there are
     * @param failures how many repositories, or partitions with all of theirs, cannot be read
     */
    public record Shown(List<Repository> repositories, int held, int failures) {

        /** Copies the repositories. */
        public Shown {
            repositories = List.copyOf(repositories);
        }

        /** Repositories that are held here and not shown. */
        public int leftOut() {
            return held - repositories.size();
        }
    }
}
