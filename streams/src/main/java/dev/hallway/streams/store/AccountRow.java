// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that contributed to a repository.
 *
 * @param actor the account as last seen
 * @param weeks the weeks in which it contributed
 * @param otherwiseActive weeks in which it did something visible that is no contribution; none is ever taken out
 * @param mergesSince when it first merged a pull request, UTC; null if it is not known to have
 */
public record AccountRow(
        Actor actor,
        WeekSet weeks,
        WeekSet otherwiseActive,
        @Nullable Instant mergesSince) {

    /** An account of which only the id is known. */
    public static AccountRow unseen(long account) {
        return new AccountRow(new Actor(account, "", false, -1), WeekSet.EMPTY, WeekSet.EMPTY, null);
    }

    /** The same account as it looks now. */
    public AccountRow seenAs(Actor latest) {
        return new AccountRow(latest, weeks, otherwiseActive, mergesSince);
    }

    /** The same account with other weeks of contributions. */
    public AccountRow with(WeekSet changed) {
        return new AccountRow(actor, changed, otherwiseActive, mergesSince);
    }

    /** The same account, active in the week without contributing. */
    public AccountRow alsoActiveIn(IsoWeek week) {
        return new AccountRow(actor, weeks, otherwiseActive.with(week), mergesSince);
    }

    /** The same account, which first merged then. */
    public AccountRow mergingSince(@Nullable Instant first) {
        return new AccountRow(actor, weeks, otherwiseActive, first);
    }

    /** All that its figures depend on. */
    public KnownAccount known() {
        return new KnownAccount(actor, mergesSince);
    }

    /** All weeks in which it did anything visible. */
    public WeekSet activeWeeks() {
        return weeks.union(otherwiseActive);
    }
}
