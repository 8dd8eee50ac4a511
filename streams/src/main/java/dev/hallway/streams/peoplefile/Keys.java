// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The keys that may stand in one place.
 *
 * @param where what the place is called, as "an entry of people"
 * @param known the keys
 */
record Keys(String where, List<String> known) {

    private static final int SAME_BEGINNING = 3;
    private static final int FEW_CHANGES = 2;

    static Keys of(String where, String... known) {
        return new Keys(where, List.of(known));
    }

    /** What is wrong with a key, and which one was probably meant; empty if it is known. */
    Optional<String> wrong(String key) {
        if (known.contains(key)) {
            return Optional.empty();
        }
        return Optional.of(closest(key)
                .map(meant -> Shown.of(key) + " is not a key of " + where + ": did you mean '" + meant + "'?")
                .orElseGet(() -> Shown.of(key) + " is not a key of " + where + ", which has " + String.join(", ", known)
                        + ": correct it, or remove it."));
    }

    private Optional<String> closest(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.length() > 2 * longest()) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt(candidate -> changes(lower, candidate)))
                .filter(candidate -> changes(lower, candidate) <= Math.min(FEW_CHANGES, candidate.length() / 2))
                .or(() -> known.stream()
                        .filter(candidate -> lower.length() >= SAME_BEGINNING
                                && candidate.startsWith(lower.substring(0, SAME_BEGINNING)))
                        .findFirst());
    }

    private int longest() {
        return known.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Levenshtein distance: letters to insert, remove or replace. */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int index = 1; index <= from.length(); index++) {
            int diagonal = row[0];
            row[0] = index;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(index - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
