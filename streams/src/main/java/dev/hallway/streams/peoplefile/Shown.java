// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

/** Values of a file as messages show them: in quotes, not too long, and without anything that a terminal obeys. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String value) {
        StringBuilder shown = new StringBuilder("'");
        value.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
        if (value.codePointCount(0, value.length()) > LONGEST) {
            shown.append("...");
        }
        return shown.append('\'').toString();
    }

    private static void append(StringBuilder shown, int point) {
        if (Names.isControl(point)) {
            shown.append(codePoint(point));
        } else {
            shown.appendCodePoint(point);
        }
    }

    static String codePoint(int point) {
        return String.format("U+%04X", point);
    }
}
