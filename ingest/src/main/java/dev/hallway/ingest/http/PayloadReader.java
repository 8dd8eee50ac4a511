// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import dev.hallway.service.http.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Reads payloads from unknown senders: never more than GitHub sends, and only a few large ones at a time. */
final class PayloadReader {

    /** GitHub sends no payload larger than 25 MB. */
    static final int LARGEST = 25 * 1024 * 1024;

    private static final int USUAL = 256 * 1024;
    private static final int BUFFER = 16 * 1024;
    private static final int LARGE_ONES_AT_A_TIME = 2;

    private final Semaphore large = new Semaphore(LARGE_ONES_AT_A_TIME);

    /**
     * Reads a payload and hands it on.
     *
     * @param announced its length according to the sender, -1 if not given
     */
    <T> T read(InputStream in, long announced, Function<byte[], T> next) throws IOException {
        if (announced > LARGEST) {
            throw tooLarge();
        }
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        if (readUpTo(USUAL, in, payload)) {
            return next.apply(payload.toByteArray());
        }
        if (!large.tryAcquire()) {
            throw new Problem.Found(503, "Two large payloads are already being read; deliver this one again soon.");
        }
        try {
            if (!readUpTo(LARGEST, in, payload)) {
                throw tooLarge();
            }
            return next.apply(payload.toByteArray());
        } finally {
            large.release();
        }
    }

    /** Reads to the end, or to one byte more than the given size; true if that was the end. */
    private static boolean readUpTo(int size, InputStream in, ByteArrayOutputStream payload) throws IOException {
        byte[] buffer = new byte[BUFFER];
        // Not readNBytes: in the end it asks for zero bytes, and the server waits for those.
        while (payload.size() <= size) {
            int read = in.read(buffer, 0, Math.min(buffer.length, size + 1 - payload.size()));
            if (read < 0) {
                return true;
            }
            payload.write(buffer, 0, read);
        }
        return false;
    }

    private static Problem.Found tooLarge() {
        return new Problem.Found(413, "The payload is larger than the 25 MB that GitHub sends at most.");
    }
}
