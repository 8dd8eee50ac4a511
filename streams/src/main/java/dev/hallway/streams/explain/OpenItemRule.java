// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

import dev.hallway.streams.explain.Judgement.Counted;
import dev.hallway.streams.read.ItemSummary;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.week.IsoWeek;
import java.time.Duration;

/**
 * What a figure about open items makes of an item: pure.
 *
 * @param kind of which kind of item it is
 */
record OpenItemRule(ItemView.Kind kind) implements Rule {

    Judgement judge(ItemSummary item, IsoWeek week) {
        if (item.kind() != kind || !item.openedAt().isBefore(week.end())) {
            return Judgement.notConcerned();
        }
        if (item.isOpenAt(week.end())) {
            return new Counted(
                    "open", Duration.between(item.openedAt(), week.end()).toSeconds());
        }
        boolean closedInTheWeek = item.closedAt() != null && !item.closedAt().isBefore(week.start());
        return closedInTheWeek ? Judgement.leftOut(Reason.CLOSED_IN_THE_WEEK) : Judgement.notConcerned();
    }
}
