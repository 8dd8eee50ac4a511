// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes out of Markdown what its reader does not see as plain text: fenced code, inline code, HTML comments and quoted
 * lines. Each leaves a {@link #SEPARATOR} behind, so that the words around it do not become neighbours.
 *
 * <p>One pass from left to right; what begins first wins. A fence may be indented and may begin a list item; an
 * unclosed fence, or an unclosed comment that begins a line, runs to the end, as on GitHub. Inline code ends with its
 * block. Indented code is no exception of the rules and stays.
 */
final class VisibleText {

    /** Neither white space nor part of a word or a reference. */
    static final char SEPARATOR = '\0';

    private final String text;
    private final StringBuilder visible;
    private final Map<Integer, Deque<Integer>> backtickRuns;
    private final int lastCommentEnd;
    private int position;
    private int blockEnd = -1;

    private VisibleText(String text) {
        this.text = text;
        this.visible = new StringBuilder(text.length());
        this.backtickRuns = backtickRuns(text);
        this.lastCommentEnd = text.lastIndexOf("-->");
    }

    /** The text without the ignored parts. */
    static String of(String markdown) {
        return new VisibleText(markdown.replace("\r\n", "\n").replace('\r', '\n')).read();
    }

    private String read() {
        while (position < text.length()) {
            boolean lineStart = position == 0 || text.charAt(position - 1) == '\n';
            if (!(lineStart && hideQuoteOrFence())) {
                readInline();
            }
        }
        return visible.toString();
    }

    private boolean hideQuoteOrFence() {
        MarkdownLine line = new MarkdownLine(text, position);
        if (line.isQuote()) {
            hideUntil(line.end());
            return true;
        }
        if (line.isFence()) {
            hideUntil(endOfFence(line));
            return true;
        }
        return false;
    }

    private int endOfFence(MarkdownLine opening) {
        int start = opening.end() + 1;
        while (start <= text.length()) {
            MarkdownLine line = new MarkdownLine(text, start);
            if (line.closes(opening)) {
                return line.end();
            }
            start = line.end() + 1;
        }
        return text.length();
    }

    private void readInline() {
        switch (text.charAt(position)) {
            case '\\' -> keep(Math.min(2, text.length() - position));
            case '`' -> readBackticks();
            case '<' -> readAngle();
            default -> keep(1);
        }
    }

    private void readBackticks() {
        int length = MarkdownLine.run(text, position);
        int closing = nextRun(length, position + length);
        if (closing >= 0 && closing < endOfBlock()) {
            hideUntil(closing + length);
        } else {
            keep(length);
        }
    }

    private void readAngle() {
        if (!text.startsWith("<!--", position)) {
            keep(1);
        } else if (position + 2 <= lastCommentEnd) {
            // From the third character on, because <!--> and <!---> are whole comments.
            hideUntil(text.indexOf("-->", position + 2) + 3);
        } else if (beginsLine()) {
            hideUntil(text.length());
        } else {
            keep(1);
        }
    }

    private boolean beginsLine() {
        int before = position - 1;
        int indentation = 0;
        while (before >= 0 && text.charAt(before) == ' ' && indentation < 4) {
            before--;
            indentation++;
        }
        return indentation < 4 && (before < 0 || text.charAt(before) == '\n');
    }

    /** Where the first line begins, after this one, that ends a paragraph. */
    private int endOfBlock() {
        if (blockEnd <= position) {
            int start = new MarkdownLine(text, position).end() + 1;
            while (start < text.length()) {
                MarkdownLine line = new MarkdownLine(text, start);
                if (line.endsParagraph()) {
                    break;
                }
                start = line.end() + 1;
            }
            blockEnd = Math.min(start, text.length());
        }
        return blockEnd;
    }

    private int nextRun(int length, int from) {
        Deque<Integer> starts = backtickRuns.getOrDefault(length, new ArrayDeque<>());
        while (!starts.isEmpty() && starts.getFirst() < from) {
            starts.removeFirst();
        }
        return starts.isEmpty() ? -1 : starts.getFirst();
    }

    private void keep(int characters) {
        visible.append(text, position, position + characters);
        position += characters;
    }

    private void hideUntil(int end) {
        visible.append(SEPARATOR);
        position = end;
    }

    private static Map<Integer, Deque<Integer>> backtickRuns(String text) {
        Map<Integer, Deque<Integer>> runs = new HashMap<>();
        int start = text.indexOf('`');
        while (start >= 0) {
            int length = MarkdownLine.run(text, start);
            runs.computeIfAbsent(length, any -> new ArrayDeque<>()).addLast(start);
            start = text.indexOf('`', start + length);
        }
        return runs;
    }
}
