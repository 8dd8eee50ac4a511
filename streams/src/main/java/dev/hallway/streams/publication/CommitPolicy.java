// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import java.time.Duration;
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

    private static final long NEVER = Long.MAX_VALUE;

    private final ProcessorContext<?, ?> context;
    private final Activity activity;
    private final ThreadActivity thread;
    private long receivedBefore;
    private long knownChanges;
    private long uncommittedSince = NEVER;
    private boolean reported;

    /** The policy of a task; made on its thread. */
    public CommitPolicy(ProcessorContext<?, ?> context, Activity activity) {
        this.context = context;
        this.activity = activity;
        thread = activity.ofThisThread();
        receivedBefore = thread.received();
        // Until its first look, a task does not know what is left to do.
        report(true);
    }

    /**
     * Ends a look.
     *
     * @param now wall-clock time of the look in milliseconds since the epoch
     * @param streaming whether records stream in
     * @param didAnything whether anything was changed or sent
     * @param changes how many changes of the task are still to be derived
     */
    public void looked(long now, boolean streaming, boolean didAnything, long changes) {
        activity.changes(changes - knownChanges);
        knownChanges = changes;
        // Kafka Streams commits all tasks of the thread between the look that asks for it and the next one.
        if (uncommittedSince <= thread.committedAt()) {
            uncommittedSince = NEVER;
        }
        boolean received = thread.received() != receivedBefore;
        receivedBefore = thread.received();
        if (received || didAnything) {
            uncommittedSince = Math.min(uncommittedSince, now);
        }
        if (uncommittedSince != NEVER && !streaming && thread.mayCommit(now)) {
            context.commit();
            thread.commit(now);
        }
        report(uncommittedSince != NEVER);
    }

    /** The task ends; another instance receives again what it did not commit. */
    public void close() {
        activity.changes(-knownChanges);
        knownChanges = 0;
        report(false);
    }

    private void report(boolean unsettled) {
        if (unsettled != reported) {
            reported = unsettled;
            activity.unsettled(unsettled ? 1 : -1);
        }
    }
}
