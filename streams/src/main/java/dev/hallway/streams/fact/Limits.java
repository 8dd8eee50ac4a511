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

    /** Characters that are kept of the name of a branch; Git and GitHub allow no more. */
    public static final int BRANCH = 255;

    /** Former names, gaps and numbers that are kept of a repository. */
    public static final int NAMES_AND_GAPS = 200;

    /** Characters of the sentence that names a gap. */
    public static final int GAP = 500;

    private Limits() {}

    /** True if GitHub could give a repository that name. */
    public static boolean isRepositoryName(String name) {
        int slash = name.indexOf('/');
        return name.length() <= REPOSITORY_NAME
                && slash > 0
                && slash < name.length() - 1
                && slash == name.lastIndexOf('/')
                && name.chars().allMatch(Limits::isOfName);
    }

    private static boolean isOfName(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "._-/".indexOf(character) >= 0;
    }

    /** The text, or as much of its beginning as is kept. */
    public static String excerpt(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** The list, or as much of its beginning as is kept. */
    public static <T> List<T> first(List<T> all, int most) {
        return List.copyOf(all.size() <= most ? all : all.subList(0, most));
    }
}
