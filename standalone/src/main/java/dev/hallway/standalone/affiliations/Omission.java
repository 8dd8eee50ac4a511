// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.affiliations;

import java.util.regex.Pattern;

/**
 * Something that is not taken into the registry.
 *
 * @param place the file with the line, or with the id of the individual
 * @param reason why, for counting
 * @param sentence what it is and why, for people
 */
public record Omission(String place, Reason reason, String sentence) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** Why something is not taken. */
    public enum Reason {
        NO_LOGIN("no GitHub login"),
        CLAIMED("account of somebody else"),
        NAME("no name of an organisation"),
        DATES("dates that make no span"),
        OVERLAP("overlapping spans"),
        UNREADABLE("unreadable");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** It in a few words. */
        public String words() {
            return words;
        }
    }

    /** The line that names it, without anything of the file that a terminal obeys. */
    public String line() {
        return CONTROL.matcher(place + ": " + sentence).replaceAll("?");
    }
}
