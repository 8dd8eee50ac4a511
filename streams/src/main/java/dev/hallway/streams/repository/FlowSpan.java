// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.week.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weeks that have a row of flow: all from the first to the last event.
 *
 * @param first null if there are none
 * @param last null if there are none
 */
record FlowSpan(@Nullable IsoWeek first, @Nullable IsoWeek last) {

    boolean contains(IsoWeek week) {
        return first != null && last != null && first.compareTo(week) <= 0 && week.compareTo(last) <= 0;
    }

    /** The weeks of this span that the other does not have. */
    List<IsoWeek> without(FlowSpan other) {
        List<IsoWeek> weeks = new ArrayList<>();
        if (first != null && last != null) {
            for (IsoWeek week = first; week.compareTo(last) <= 0; week = week.next()) {
                if (!other.contains(week)) {
                    weeks.add(week);
                }
            }
        }
        return weeks;
    }
}
