// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.week.IsoWeek;

/**
 * An account that contributed to a repository.
 *
 * @param actor the account as last seen
 * @param weeks the weeks in which it contributed
 * @param otherwiseActive weeks in which it did something visible that is no contribution; none is ever taken out
 */
public record AccountRow(Actor actor, WeekSet weeks, WeekSet otherwiseActive) {

    /** An account of which only the id is known. */
    public static AccountRow unseen(long account) {
        return new AccountRow(new Actor(account, "", false, -1), WeekSet.EMPTY, WeekSet.EMPTY);
    }

    /** The same account as it looks now. */
    public AccountRow seenAs(Actor latest) {
        return new AccountRow(latest, weeks, otherwiseActive);
    }

    /** The same account with other weeks of contributions. */
    public AccountRow with(WeekSet changed) {
        return new AccountRow(actor, changed, otherwiseActive);
    }

    /** The same account, active in the week without contributing. */
    public AccountRow alsoActiveIn(IsoWeek week) {
        return new AccountRow(actor, weeks, otherwiseActive.with(week));
    }

    /** All weeks in which it did anything visible. */
    public WeekSet activeWeeks() {
        return weeks.union(otherwiseActive);
    }
}
