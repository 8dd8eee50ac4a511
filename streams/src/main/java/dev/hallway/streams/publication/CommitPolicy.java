// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import java.time.Duration;
import java.util.Arrays;
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

    // Streaming is a rate that lasts, so that a burst is not taken for it: so many records within so many looks.
    private static final int LOOKS = 25;
    private static final long STREAM = 1_500;

    private final ProcessorContext<?, ?> context;
    private final Activity activity;
    private final long[] receivedAtLook = new long[LOOKS];
    private int look;
    private long receivedBefore;
    private long knownChanges;
    private boolean uncommitted;
    private boolean committing;
    private boolean reported;

    /** The policy of a task. */
    public CommitPolicy(ProcessorContext<?, ?> context, Activity activity) {
        this.context = context;
        this.activity = activity;
        Arrays.fill(receivedAtLook, activity.received());
    }

    /** Begins a look; true if records stream in. */
    public boolean isStreaming() {
        long now = activity.received();
        look = (look + 1) % LOOKS;
        boolean streaming = now - receivedAtLook[look] >= STREAM;
        receivedAtLook[look] = now;
        // A commit is one of all tasks of the thread, so it does not matter whose record it was.
        uncommitted |= now != receivedBefore;
        receivedBefore = now;
        return streaming;
    }

    /**
     * Ends a look.
     *
     * @param didAnything whether anything was changed or sent
     * @param changes how many changes of the task are still to be derived
     */
    public void looked(boolean streaming, boolean didAnything, long changes) {
        uncommitted |= didAnything;
        activity.changes(changes - knownChanges);
        knownChanges = changes;
        // Kafka Streams commits between the look that asks for it and the next one.
        committing = !streaming && uncommitted;
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
}
