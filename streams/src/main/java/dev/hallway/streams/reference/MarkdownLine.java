// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

/** One line of Markdown, as far as it decides what kind of block stands there. */
final class MarkdownLine {

    private static final int LONGEST_LIST_NUMBER = 9;

    private final String text;
    private final int end;
    private final int indented;
    private final int content;

    /** The line that begins at a position, or its rest from there. */
    MarkdownLine(String text, int start) {
        this.text = text;
        int newline = text.indexOf('\n', start);
        this.end = newline < 0 ? text.length() : newline;
        this.indented = skipBlanks(start);
        this.content = skipListMarkers(indented);
    }

    /** Length of the run of one character that begins at a position. */
    static int run(String text, int start) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) == text.charAt(start)) {
            end++;
        }
        return end - start;
    }

    /** Position of the line feed, or of the text's end. */
    int end() {
        return end;
    }

    boolean isQuote() {
        return indented < end && text.charAt(indented) == '>';
    }

    boolean isFence() {
        int length = fenceLength(content);
        if (length == 0) {
            return false;
        }
        // Backticks in the rest of the line make it inline code.
        int backtick = text.charAt(content) == '`' ? text.indexOf('`', content + length) : -1;
        return backtick < 0 || backtick >= end;
    }

    boolean closes(MarkdownLine opening) {
        int length = fenceLength(indented);
        return length > 0
                && text.charAt(indented) == opening.text.charAt(opening.content)
                && length >= opening.fenceLength(opening.content)
                && skipBlanks(indented + length) == end;
    }

    boolean endsParagraph() {
        return indented == end || content > indented || isQuote() || isHeading() || isFence();
    }

    private boolean isHeading() {
        if (text.charAt(indented) != '#') {
            return false;
        }
        int length = run(text, indented);
        return length <= 6 && (indented + length == end || isBlank(text.charAt(indented + length)));
    }

    private int fenceLength(int at) {
        if (at >= end || (text.charAt(at) != '`' && text.charAt(at) != '~')) {
            return 0;
        }
        int length = run(text, at);
        return length >= 3 ? length : 0;
    }

    private int skipListMarkers(int from) {
        int at = from;
        int marker = markerLength(at);
        while (marker > 0) {
            at = skipBlanks(at + marker);
            marker = markerLength(at);
        }
        return at;
    }

    private int markerLength(int at) {
        int sign = at;
        while (sign < end && sign - at < LONGEST_LIST_NUMBER && isDigit(text.charAt(sign))) {
            sign++;
        }
        boolean marks = sign < end && (sign == at ? "-*+" : ".)").indexOf(text.charAt(sign)) >= 0;
        boolean separated = sign + 1 < end && isBlank(text.charAt(sign + 1));
        return marks && separated ? sign + 1 - at : 0;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
