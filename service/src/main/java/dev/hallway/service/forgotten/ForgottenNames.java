// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.forgotten;

import java.util.Locale;
import java.util.Set;

/**
 * Finds the logins of forgotten accounts in text, wherever they stand alone: {@code @jane}, {@code jane's},
 * {@code jane/patch-1} and {@code jane-patch-1} name {@code jane}, and {@code janet} does not.
 *
 * <p>Only hashes are known, so every word is looked up, and every part of a word with hyphens or underscores.
 */
final class ForgottenNames {

    /** GitHub's stand-in for accounts that were deleted. */
    static final String GHOST = "ghost";

    // GitHub's logins have at most 39 characters; those that a company gives out carry its short name, after '_'.
    private static final int LONGEST = 60;

    // Whoever bears such a name would take away what closes what.
    private static final Set<String> CLOSING_KEYWORDS =
            Set.of("close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved");

    private final Forgotten forgotten;

    ForgottenNames(Forgotten forgotten) {
        this.forgotten = forgotten;
    }

    /** The text with {@code ghost} in place of every such login; the same text if there is none. */
    String withoutThem(String text) {
        if (forgotten.isNobody()) {
            return text;
        }
        StringBuilder without = new StringBuilder(text.length());
        int start = 0;
        while (start < text.length()) {
            int end = endOfWord(text, start);
            while (start < end) {
                start = isOfName(text.charAt(start))
                        ? appendOne(text, start, end, without)
                        : appendChar(text, start, without);
            }
            start = end == text.length() ? end : appendChar(text, end, without);
        }
        return without.toString();
    }

    /** Where the word with hyphens or underscores ends that may begin here. */
    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && (isOfName(text.charAt(end)) || isJoint(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static int appendChar(String text, int at, StringBuilder without) {
        without.append(text.charAt(at));
        return at + 1;
    }

    /** Appends the longest forgotten login that begins here, or what stands before the next joint; where to go on. */
    private int appendOne(String text, int start, int end, StringBuilder without) {
        int first = nextJoint(text, start, end);
        int found = -1;
        for (int stop = first; ; stop = nextJoint(text, stop + 1, end)) {
            if (stop - start > LONGEST) {
                break;
            }
            if (isForgotten(text.substring(start, stop))) {
                found = stop;
            }
            if (stop >= end) {
                break;
            }
        }
        if (found < 0) {
            without.append(text, start, first);
            return first;
        }
        without.append(GHOST);
        return found;
    }

    private boolean isForgotten(String word) {
        return !CLOSING_KEYWORDS.contains(word.toLowerCase(Locale.ROOT)) && forgotten.hasLogin(word);
    }

    private static int nextJoint(String text, int from, int end) {
        int at = from;
        while (at < end && !isJoint(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOfName(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    private static boolean isJoint(char character) {
        return character == '-' || character == '_';
    }
}
