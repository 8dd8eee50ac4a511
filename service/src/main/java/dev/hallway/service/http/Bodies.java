// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import io.javalin.http.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Reads bodies from unknown senders. Safe for use by several threads.
 *
 * <p>No thread waits for a sender, a sender that is too slow is refused, and all bodies together take a bounded amount
 * of memory: when it is used up, the one that has been coming for longest makes room.
 */
public final class Bodies {

    /** Bytes of all bodies together: two of the largest webhooks, and many usual ones. */
    private static final long ROOM = 64L << 20;

    private final Patience patience;
    private final long room;
    private final Executor workers;
    private final Deque<BodyReading> coming = new ArrayDeque<>();
    private long taken;

    Bodies(Patience patience, Workers workers) {
        this(patience, ROOM, workers.executor());
    }

    Bodies(Patience patience, long room, Executor workers) {
        this.patience = patience;
        this.room = room;
        this.workers = workers;
    }

    /** What becomes of a body. */
    @FunctionalInterface
    public interface Use {

        /** Answers the request, now that its body is there. */
        void take(byte[] body);

        /** The body did not come to its end; the problem is the answer. */
        default void refused(Problem.Found problem) {}
    }

    /**
     * Reads the body of a request and then goes on with it on another thread; 413 if it is larger than allowed, 408 if
     * it comes too slowly, 400 if it breaks off, 503 if there is no room for it.
     *
     * @param most the size allowed, in bytes
     */
    public void read(Context context, int most, Use use) {
        if (context.req().getContentLengthLong() > most) {
            throw BodyReading.tooLarge(most);
        }
        BodyReading reading = new BodyReading(most, this::takeRoom, use::refused);
        context.future(() -> answered(context, reading, use));
    }

    private CompletableFuture<Void> answered(Context context, BodyReading reading, Use use) {
        synchronized (this) {
            coming.addLast(reading);
        }
        CompletableFuture<Void> answered = reading.whole()
                .whenComplete((body, failure) -> arrived(reading))
                .thenAcceptAsync(use::take, workers)
                .whenComplete((done, failure) -> giveRoomBack(reading));
        reading.begin(context.req());
        return answered;
    }

    /** Refuses what comes too slowly. */
    void refuseSlowOnes() {
        List<BodyReading> slow;
        synchronized (this) {
            slow = coming.stream()
                    .filter(reading -> reading.isSlowerThan(patience))
                    .toList();
        }
        slow.forEach(BodyReading::refuseAsTooSlow);
    }

    private void takeRoom(BodyReading reading, int bytes) {
        List<BodyReading> leaving = new ArrayList<>();
        synchronized (this) {
            taken += reading.take(bytes);
            while (taken > room && !coming.isEmpty()) {
                BodyReading longest = coming.removeFirst();
                taken -= longest.giveBack();
                leaving.add(longest);
            }
        }
        leaving.forEach(BodyReading::makeRoom);
    }

    private synchronized void arrived(BodyReading reading) {
        coming.remove(reading);
    }

    private synchronized void giveRoomBack(BodyReading reading) {
        taken -= reading.giveBack();
    }
}
