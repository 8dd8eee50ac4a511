// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Untrusted text made safe to stand within a line of GitHub Markdown: it shows what it says, and does nothing.
 *
 * <p>A backslash does not stop a mention: GitHub looks for mentions, item references and addresses in the rendered
 * text. A zero-width space inside them does.
 */
final class MarkdownText {

    private static final String BREAK = "\u200B";
    private static final int CODE_POINTS = 120;
    private static final int LONGEST_URL = 300;
    private static final Pattern ADDRESS_START = Pattern.compile("(?i)(://|www\\.|mailto:|xmpp:|\\bGH-(?=\\d))");
    private static final Pattern COMMIT = Pattern.compile("(?i)\\b([0-9a-f])(?=[0-9a-f]{6,39}\\b)");
    private static final Pattern SAFE_URL = Pattern.compile("https?://[A-Za-z0-9._~:/%-]+(#[A-Za-z0-9._-]*)?");

    private MarkdownText() {}

    /** At most 120 characters of the text, in one line, inert. */
    static String inert(String untrusted) {
        return inert(untrusted, CODE_POINTS);
    }

    /** At most so many characters of the text, in one line, inert. */
    static String inert(String untrusted, int most) {
        String line = PlainText.line(untrusted, most);
        String split = COMMIT.matcher(line).replaceAll("$1" + BREAK);
        split = ADDRESS_START.matcher(split).replaceAll(match -> {
            String start = match.group();
            return start.startsWith(":") ? ":" + BREAK + "//" : Matcher.quoteReplacement(start + BREAK);
        });
        StringBuilder escaped = new StringBuilder(split.length() + 16);
        split.chars().forEach(character -> append(escaped, (char) character));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, char character) {
        switch (character) {
            case '@', '#' -> escaped.append(character).append(BREAK);
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '$' -> escaped.append("&#36;");
            case '\\', '`', '*', '_', '[', ']', '|', '~' -> escaped.append('\\').append(character);
            default -> escaped.append(character);
        }
    }

    /** A link with a label of our own; only the label if the address is not plainly a web address. */
    static String link(String label, String url) {
        boolean safe = url.length() <= LONGEST_URL && SAFE_URL.matcher(url).matches();
        return safe ? "[" + label + "](" + url + ")" : label;
    }
}
