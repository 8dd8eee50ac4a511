// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a stream line by line, keeping only one line in memory. Not thread-safe. */
final class Lines implements AutoCloseable {

    /** No event of GitHub is that long. */
    static final int LONGEST = 32 * 1024 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final InputStream stream;
    private final byte[] chunk = new byte[CHUNK];
    private int from;
    private int end;
    private byte[] line = new byte[CHUNK];
    private int length;
    private boolean tooLong;
    private long number;

    Lines(InputStream stream) {
        this.stream = stream;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int start = from;
            while (from < end && chunk[from] != '\n') {
                from++;
            }
            append(start, from);
            if (from < end) {
                from++;
                break;
            }
        }
        if (any) {
            number++;
        }
        return any;
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }

    /** The line, at the beginning of an array that the next line will overwrite. */
    byte[] bytes() {
        return line;
    }

    /** Number of bytes of the line. */
    int length() {
        return length;
    }

    /** Whether the line is longer than any event, and only its beginning was kept. */
    boolean isTooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private boolean fill() throws IOException {
        if (from == end) {
            from = 0;
            end = Math.max(0, stream.read(chunk));
        }
        return from < end;
    }

    private void append(int start, int stop) {
        int wanted = stop - start;
        int taken = Math.min(wanted, LONGEST - length);
        tooLong |= taken < wanted;
        if (length + taken > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(length + taken, 2 * line.length)));
        }
        System.arraycopy(chunk, start, line, length, taken);
        length += taken;
    }
}
