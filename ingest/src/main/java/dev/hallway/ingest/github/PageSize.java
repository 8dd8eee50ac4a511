// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page size in a list's address. */
public final class PageSize {

    /** The largest page GitHub gives. */
    public static final int LARGEST = 100;

    private static final int SMALLEST = 25;
    private static final Pattern PER_PAGE = Pattern.compile("([?&]per_page=)([0-9]{1,4})(?![0-9])");
    private static final Pattern NUMBERED = Pattern.compile("[?&]page=");

    private PageSize() {}

    /** Number of entities a full page of that address has. */
    public static int of(String pathAndQuery) {
        Matcher size = PER_PAGE.matcher(pathAndQuery);
        return size.find() ? Integer.parseInt(size.group(2)) : LARGEST;
    }

    /**
     * The same request with pages half as large; empty if that would not help or would give another page.
     *
     * <p>In a list with page numbers another size would skip or repeat entities.
     */
    static Optional<String> halved(String pathAndQuery) {
        Matcher size = PER_PAGE.matcher(pathAndQuery);
        if (!size.find() || NUMBERED.matcher(pathAndQuery).find()) {
            return Optional.empty();
        }
        int half = Integer.parseInt(size.group(2)) / 2;
        return half < SMALLEST ? Optional.empty() : Optional.of(size.replaceFirst("$1" + half));
    }
}
