// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplewatch;

import dev.hallway.people.PeopleRegistry;
import dev.hallway.streams.peoplefile.CheckedPeople;
import dev.hallway.streams.peoplefile.PeopleFile;
import dev.hallway.streams.peoplefile.PeopleReading;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after a people file: what it says anew is published, and what is wrong in it is logged, once for each change.
 *
 * <p>It compares what is in the file, which works on every file system and whatever an editor does to save one. A change
 * counts when two looks in a row have seen the same: a file that is being written may be right by chance, and say less.
 */
public final class PeopleWatch implements AutoCloseable {

    /** How often the file is looked at where nobody says otherwise. */
    public static final Duration USUAL = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(PeopleWatch.class);
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(10);

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watch-people-file");
        thread.setDaemon(true);
        return thread;
    });
    private final PeopleFile file;
    private final Consumer<PeopleRegistry> publish;
    private PeopleFile.Content dealtWith;
    private PeopleFile.Content lastSeen;
    private @Nullable PeopleRegistry unpublished;
    private boolean complained;
    private volatile boolean closed;

    private PeopleWatch(CheckedPeople known, Consumer<PeopleRegistry> publish) {
        this.file = known.file();
        this.publish = publish;
        this.dealtWith = known.content();
        this.lastSeen = known.content();
    }

    /**
     * Watches a file from now on.
     *
     * @param known what is published of it already
     * @param publish makes a registry the one in force; what it throws is logged, and it is called again
     * @param every how often to look
     */
    public static PeopleWatch start(CheckedPeople known, Consumer<PeopleRegistry> publish, Duration every) {
        PeopleWatch watch = new PeopleWatch(known, publish);
        ScheduledFuture<?> unused = watch.looks.scheduleWithFixedDelay(
                watch::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        PeopleFile.Content now = file.content();
        if (!now.equals(lastSeen)) {
            lastSeen = now;
        } else if (!lastSeen.equals(dealtWith)) {
            dealtWith = lastSeen;
            take(lastSeen.reading());
        }
        if (unpublished != null) {
            publish(unpublished);
        }
    }

    private void take(PeopleReading reading) {
        complained = false;
        if (reading instanceof PeopleReading.Read read) {
            unpublished = read.registry();
        } else {
            unpublished = null;
            LOG.warn(
                    "{} has changed and is refused; what it said before stays in force.{}{}",
                    file.path().getFileName(),
                    System.lineSeparator(),
                    ((PeopleReading.Refused) reading).in(file.path()));
        }
    }

    private void publish(PeopleRegistry registry) {
        try {
            publish.accept(registry);
            unpublished = null;
            LOG.info("{}", file.line(registry));
        } catch (RuntimeException failure) { // Whatever it is: the next look tries again.
            if (!complained && !closed) {
                complained = true;
                LOG.warn(
                        "{} has changed and cannot be published, which is tried again and again.",
                        file.path().getFileName(),
                        failure);
            }
        }
    }

    /** Ends it; a publication under way is broken off. */
    @Override
    public void close() {
        closed = true;
        looks.shutdownNow();
        try {
            if (!looks.awaitTermination(TIME_TO_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The watch over {} did not end within {}.", file.path(), TIME_TO_CLOSE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
