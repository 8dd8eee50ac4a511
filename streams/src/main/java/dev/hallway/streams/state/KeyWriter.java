// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the parts of a key so that comparing the bytes compares the parts in turn. */
public final class KeyWriter {

    private byte[] bytes = new byte[96];
    private int length;

    /** Text, closed by a zero byte so that a text never runs into the next part; it may hold none itself. */
    public KeyWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(utf8.length + 1);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        bytes[length++] = 0;
        return this;
    }

    /** A number from 0 to 255. */
    public KeyWriter octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** A number; negative ones come before positive ones. */
    public KeyWriter int32(int value) {
        return unsigned(value ^ Integer.MIN_VALUE, Integer.BYTES);
    }

    /** A number; negative ones come before positive ones. */
    public KeyWriter int64(long value) {
        return unsigned(value ^ Long.MIN_VALUE, Long.BYTES);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private KeyWriter unsigned(long value, int width) {
        room(width);
        for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
