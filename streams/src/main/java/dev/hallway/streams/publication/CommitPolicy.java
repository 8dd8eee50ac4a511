// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a task commits: soon after a change that comes singly or in a burst, rarely while records stream in.
 *
 * <p>A commit of exactly-once costs about as much as hundreds of records. While records stream in, the commit interval
 * shares it among thousands of them; otherwise this asks for a commit at each look at which something is uncommitted.
 */
public final class CommitPolicy {

    /** How often a task looks whether there is anything to do. */
    public static final Duration LOOK = Duration.ofMillis(20);

    // Records stream in while so many came within the last half second. It must be fewer than can be taken with commits
    // as often as they are asked for: otherwise the commits themselves would keep the rate below it.
    private static final long STREAM = 250;
    private static final long SPAN_MILLIS = 500;
    private static final long BETWEEN_COMMITS_MILLIS = 80;

    private final ProcessorContext<?, ?> context;
    private final Activity activity;
    private final Deque<Look> lastHalfSecond = new ArrayDeque<>();
    private long receivedBefore;
    private long knownChanges;
    private boolean uncommitted;
    private boolean committing;
    private boolean reported;

    /** The policy of a task. */
    public CommitPolicy(ProcessorContext<?, ?> context, Activity activity) {
        this.context = context;
        this.activity = activity;
    }

    /**
     * Begins a look; true if records stream in.
     *
     * @param now wall-clock time in milliseconds since the epoch
     */
    public boolean isStreaming(long now) {
        Look look = new Look(now, activity.received());
        lastHalfSecond.add(look);
        while (lastHalfSecond.size() > 1 && lastHalfSecond.element().at() < now - SPAN_MILLIS) {
            lastHalfSecond.remove();
        }
        // A commit is one of all tasks of the thread, so it does not matter whose record it was.
        uncommitted |= look.received() != receivedBefore;
        receivedBefore = look.received();
        return look.received() - lastHalfSecond.element().received() >= STREAM;
    }

    /**
     * Ends a look.
     *
     * @param now wall-clock time in milliseconds since the epoch
     * @param streaming whether records stream in
     * @param didAnything whether anything was changed or sent
     * @param changes how many changes of the task are still to be derived
     */
    public void looked(long now, boolean streaming, boolean didAnything, long changes) {
        uncommitted |= didAnything;
        activity.changes(changes - knownChanges);
        knownChanges = changes;
        // Kafka Streams commits between the look that asks for it and the next one.
        committing = !streaming && uncommitted && activity.mayCommit(now, BETWEEN_COMMITS_MILLIS);
        if (committing) {
            context.commit();
            uncommitted = false;
        }
        report();
    }

    /** The task ends; another instance receives again what it did not commit. */
    public void close() {
        uncommitted = false;
        committing = false;
        activity.changes(-knownChanges);
        knownChanges = 0;
        report();
    }

    private void report() {
        boolean unsettled = uncommitted || committing;
        if (unsettled != reported) {
            reported = unsettled;
            activity.unsettled(unsettled ? 1 : -1);
        }
    }

    private record Look(long at, long received) {}
}
