// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.nio.charset.StandardCharsets;

/** Reads the parts of a key in the order in which a {@link KeyWriter} wrote them. */
public final class KeyReader {

    private final byte[] bytes;
    private int position;

    KeyReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Text. */
    public String text() {
        int end = position;
        while (bytes[end] != 0) {
            end++;
        }
        String text = new String(bytes, position, end - position, StandardCharsets.UTF_8);
        position = end + 1;
        return text;
    }

    /** A number from 0 to 255. */
    public int octet() {
        return bytes[position++] & 0xFF;
    }

    /** A number. */
    public int int32() {
        return (int) unsigned(Integer.BYTES) ^ Integer.MIN_VALUE;
    }

    /** A number. */
    public long int64() {
        return unsigned(Long.BYTES) ^ Long.MIN_VALUE;
    }

    private long unsigned(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | octet();
        }
        return value;
    }
}
