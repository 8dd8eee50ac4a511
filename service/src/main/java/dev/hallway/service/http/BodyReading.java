// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One body, read as it comes; ends as a whole or as a problem. */
final class BodyReading implements ReadListener {

    private static final Logger LOG = LoggerFactory.getLogger(BodyReading.class);
    private static final int BUFFER = 16 * 1024;

    private final int most;
    private final Room room;
    private final Consumer<Problem.Found> refused;
    private final long began = System.nanoTime();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable ServletInputStream in;
    private final AtomicLong received = new AtomicLong();
    private long taken;
    private boolean left;

    BodyReading(int most, Room room, Consumer<Problem.Found> refused) {
        this.most = most;
        this.room = room;
        this.refused = refused;
    }

    /** Is told of every piece before it is kept. */
    @FunctionalInterface
    interface Room {
        void take(BodyReading reading, int bytes);
    }

    static Problem.Found tooLarge(int most) {
        return new Problem.Found(413, "The body is larger than the " + most + " bytes that are accepted.");
    }

    /** The body, or the problem that ended it. */
    CompletableFuture<byte[]> whole() {
        return whole;
    }

    /** Starts to read a request that has been made asynchronous. */
    void begin(HttpServletRequest request) {
        try {
            ServletInputStream stream = request.getInputStream();
            in = stream;
            stream.setReadListener(this);
        } catch (IOException broken) {
            onError(broken);
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        ServletInputStream stream = in;
        byte[] buffer = new byte[BUFFER];
        while (stream != null && !whole.isDone() && stream.isReady()) {
            int read = stream.read(buffer);
            if (read < 0) {
                return;
            }
            if (received.addAndGet(read) > most) {
                refuse(tooLarge(most));
                return;
            }
            room.take(this, read);
            body.write(buffer, 0, read);
        }
    }

    @Override
    public void onAllDataRead() {
        whole.complete(body.toByteArray());
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("A body broke off.", failure);
        refuse(new Problem.Found(400, "The request breaks off, or its body is malformed."));
    }

    boolean isSlowerThan(Patience patience) {
        return System.nanoTime() - began > patience.forBytes(received.get()).toNanos();
    }

    void refuseAsTooSlow() {
        refuse(new Problem.Found(408, "The body comes too slowly; send it again, faster."));
    }

    void makeRoom() {
        refuse(new Problem.Found(503, "Too many bodies are coming at once; send this one again soon."));
    }

    private void refuse(Problem.Found problem) {
        if (whole.completeExceptionally(problem)) {
            refused.accept(problem);
        }
    }

    /** Notes that it takes more room; how much that is: none once it has left. Guarded by who keeps the room. */
    long take(int bytes) {
        if (left) {
            return 0;
        }
        taken += bytes;
        return bytes;
    }

    /** How much room it gives back; it has left then. Guarded by who keeps the room. */
    long giveBack() {
        long given = left ? 0 : taken;
        left = true;
        return given;
    }
}
