// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import java.util.List;

/**
 * How much of what a stranger can write is kept, so that no record of the state can outgrow what Kafka takes.
 *
 * <p>They lie far above what GitHub allows or anybody uses; whatever is left out is counted and shown.
 */
public final class Limits {

    /** References that are kept of a pull request, closing ones first. */
    public static final int REFERENCES = 1_000;

    /** Characters of a title; GitHub allows 256. */
    public static final int TITLE = 512;

    /** Characters of the address of a web page. */
    public static final int ADDRESS = 1_024;

    /** Characters of a login; GitHub allows 39, and a suffix for bots. */
    public static final int LOGIN = 100;

    /** Characters of {@code owner/repo}; GitHub allows 140. */
    public static final int REPOSITORY_NAME = 255;

    /** Former names, gaps and numbers that are kept of a repository. */
    public static final int NAMES_AND_GAPS = 200;

    /** Characters of the sentence that names a gap. */
    public static final int GAP = 500;

    private Limits() {}

    /** The text, or as much of its beginning as is kept. */
    public static String excerpt(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** True if GitHub could give a repository that name, as far as the state cares: short, and of printable ASCII. */
    public static boolean isRepositoryName(String name) {
        return name.length() <= REPOSITORY_NAME && name.chars().allMatch(letter -> letter > ' ' && letter < 0x7F);
    }

    /** The list, or as much of its beginning as is kept. */
    public static <T> List<T> first(List<T> all, int most) {
        return List.copyOf(all.size() <= most ? all : all.subList(0, most));
    }
}
