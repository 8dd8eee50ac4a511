// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Which events of a week are asked for.
 *
 * @param kinds only events of these kinds are looked at closely
 * @param wanted which of them are entries
 */
public record EventFilter(Set<EventView.Kind> kinds, Predicate<EventView> wanted) {

    /** Copies the set. */
    public EventFilter {
        kinds = Set.copyOf(kinds);
    }
}
