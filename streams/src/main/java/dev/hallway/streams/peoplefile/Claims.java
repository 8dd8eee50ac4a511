// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import java.util.HashMap;
import java.util.Map;

/**
 * What may be named only once, and where it was.
 *
 * @param <T> what is named
 */
final class Claims<T> {

    private final Map<T, Integer> lines = new HashMap<>();
    private final String rule;
    private final Mistakes mistakes;

    /** Nothing yet; the rule is why it may be named only once, and what to do. */
    Claims(String rule, Mistakes mistakes) {
        this.rule = rule;
        this.mistakes = mistakes;
    }

    /** Whether it is named for the first time; if not, that is a mistake. */
    boolean isFirst(T named, String shown, int line) {
        Integer earlier = lines.putIfAbsent(named, line);
        if (earlier != null) {
            mistakes.add(line, shown + " is already in line " + earlier + ": " + rule);
        }
        return earlier == null;
    }
}
