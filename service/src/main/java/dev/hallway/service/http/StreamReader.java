// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of an event stream. What it has not taken yet waits here, up to a bound, and no thread waits with it.
 *
 * <p>Safe for several threads.
 */
final class StreamReader<E> implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);

    private final ServletOutputStream out;
    private final Predicate<? super E> wanted;
    private final int most;
    private final Consumer<String> sent;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Deque<StreamMessage> unsent = new ArrayDeque<>();
    private @Nullable StreamMessage greeting;
    private int unsentBytes;
    private boolean begun;
    private boolean unflushed;
    private boolean over;

    /**
     * A reader that has been told nothing.
     *
     * @param greeting what it is told first, whatever happens
     * @param wanted the events it asked for
     * @param most bytes that may wait for it
     * @param sent is told the name of every event that was handed over
     */
    StreamReader(
            ServletOutputStream out,
            StreamMessage greeting,
            Predicate<? super E> wanted,
            int most,
            Consumer<String> sent) {
        this.out = out;
        this.greeting = greeting;
        this.wanted = wanted;
        this.most = most;
        this.sent = sent;
    }

    boolean wants(E event) {
        return wanted.test(event);
    }

    /** Completes when there is nothing more to write: it has gone, or the stream ends. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** A message waits for it; false if there is no room, and then nothing waits any more. */
    synchronized boolean offer(StreamMessage message) {
        if (unsentBytes + message.bytes().length > most) {
            unsent.clear();
            unsentBytes = 0;
            return false;
        }
        add(message);
        return true;
    }

    /** A message waits for it, whatever waits already. */
    synchronized void add(StreamMessage message) {
        unsent.add(message);
        unsentBytes += message.bytes().length;
    }

    /** A sign of life, unless something waits for it anyway. */
    synchronized void beat() {
        if (unsent.isEmpty()) {
            add(StreamMessage.HEARTBEAT);
        }
    }

    /** Hands over what waits, as far as it is taken at once. */
    void send() {
        try {
            sendWhatIsTaken();
        } catch (IOException | IllegalStateException gone) { // The latter where the connection was ended meanwhile.
            onError(gone);
        }
    }

    private synchronized void sendWhatIsTaken() throws IOException {
        while (begun && !over && (unflushed || greeting != null || !unsent.isEmpty()) && out.isReady()) {
            StreamMessage next = next();
            unflushed = next != null;
            if (next == null) {
                out.flush();
            } else {
                out.write(next.bytes());
                sent.accept(next.name());
            }
        }
    }

    private @Nullable StreamMessage next() {
        StreamMessage next = greeting == null ? unsent.poll() : greeting;
        if (greeting == null && next != null) {
            unsentBytes -= next.bytes().length;
        }
        greeting = null;
        return next;
    }

    /** Ends it; what waits is dropped. Not to be called with a lock: the end of the request is dealt with here. */
    void end() {
        synchronized (this) {
            // From now on the connection may serve another request.
            over = true;
        }
        ended.complete(null);
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            begun = true;
        }
        send();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("The reader of an event stream has gone.", failure);
        end();
    }
}
