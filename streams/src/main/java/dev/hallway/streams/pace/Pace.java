// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.pace;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Whether records come singly or stream in.
 *
 * <p>A commit of exactly-once costs about as much as hundreds of records. While records stream in, the commit interval
 * shares it among thousands of them; when they come singly, this asks for a commit at the next look, so that a change is
 * seen soon after it came.
 */
public final class Pace implements AutoCloseable {

    /** How often is looked. */
    public static final Duration LOOK = Duration.ofMillis(50);

    private static final int MANY_RECORDS = 100;
    // The stages after the first get their records at the commits of the one before: between those it is quiet, not
    // calm.
    private static final int LOOKS_UNTIL_CALM = 24;

    private final ProcessorContext<?, ?> context;
    private final Traffic traffic;
    private final Duty duty;
    private long seen;
    private int looksUntilCalm;
    private boolean uncommitted;
    private boolean committing;
    private boolean reported;

    /** What else is to be done at each look. */
    public interface Duty {

        /**
         * Does it.
         *
         * @param now wall-clock time in milliseconds since the epoch
         * @param calm false while records stream in
         * @return true if it changed or forwarded anything
         */
        boolean perform(long now, boolean calm);
    }

    private Pace(ProcessorContext<?, ?> context, Traffic traffic, Duty duty) {
        this.context = context;
        this.traffic = traffic;
        this.duty = duty;
    }

    /** The pace of a task that has nothing else to do. */
    public static Pace of(ProcessorContext<?, ?> context, Traffic traffic) {
        return of(context, traffic, (now, calm) -> false);
    }

    /** The pace of a task, with a duty for each look. */
    public static Pace of(ProcessorContext<?, ?> context, Traffic traffic, Duty duty) {
        Pace pace = new Pace(context, traffic, duty);
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, pace::look);
        return pace;
    }

    /** Notes that a record was taken in. */
    public void take() {
        traffic.count();
        uncommitted = true;
        report();
    }

    private void look(long now) {
        long taken = traffic.counted();
        if (taken - seen >= MANY_RECORDS) {
            looksUntilCalm = LOOKS_UNTIL_CALM;
        } else if (looksUntilCalm > 0) {
            looksUntilCalm--;
        }
        seen = taken;
        boolean calm = looksUntilCalm == 0;
        boolean before = uncommitted;
        uncommitted = true;
        report();
        uncommitted = duty.perform(now, calm) || before;
        // Kafka Streams commits between the look that asks for it and the next one.
        committing = calm && uncommitted;
        if (committing) {
            context.commit();
            uncommitted = false;
        }
        report();
    }

    private void report() {
        boolean pending = uncommitted || committing;
        if (pending != reported) {
            reported = pending;
            traffic.pending(pending ? 1 : -1);
        }
    }

    /** The task ends; another instance takes in again what it did not commit. */
    @Override
    public void close() {
        uncommitted = false;
        committing = false;
        report();
    }
}
