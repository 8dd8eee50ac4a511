// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

/** Untrusted text without what breaks a line, hides text or turns it around. */
final class PlainText {

    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** One line of at most so many code points; a longer one ends in an ellipsis. */
    static String line(String untrusted, int most) {
        StringBuilder line = new StringBuilder();
        int kept = 0;
        boolean blank = true;
        for (int index = 0; index < untrusted.length(); ) {
            int point = untrusted.codePointAt(index);
            index += Character.charCount(point);
            if (isInvisible(point)) {
                continue;
            }
            boolean space = isSpace(point);
            if (space && blank) {
                continue;
            }
            if (kept == most) {
                return line.append('…').toString();
            }
            line.appendCodePoint(space ? ' ' : isLoneSurrogate(point) ? REPLACEMENT : point);
            blank = space;
            kept++;
        }
        return line.toString().stripTrailing();
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point);
    }

    /** Format characters turn the direction of text or hide in it; the joiner of emoji is the harmless one. */
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT && point != ZERO_WIDTH_JOINER;
    }

    private static boolean isLoneSurrogate(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }
}
