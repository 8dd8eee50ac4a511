// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that contributed to a repository.
 *
 * @param actor the account as last seen
 * @param membership what the people registry makes of it
 * @param weeks the weeks in which it contributed
 * @param kinds in which of them it contributed how
 * @param otherwiseActive weeks in which it did something visible that is no contribution; none is ever taken out
 * @param mergesSince when it first merged a pull request, UTC; null if it is not known to have
 */
public record AccountRow(
        Actor actor,
        Membership membership,
        WeekSet weeks,
        ContributionWeeks kinds,
        WeekSet otherwiseActive,
        @Nullable Instant mergesSince) {

    /** An account of which only the id is known. */
    public static AccountRow unseen(long account) {
        return new AccountRow(
                new Actor(account, "", false, -1),
                Membership.NONE,
                WeekSet.EMPTY,
                ContributionWeeks.NONE,
                WeekSet.EMPTY,
                null);
    }

    /** The same account as it looks now, and what the registry makes of that. */
    public AccountRow seenAs(Actor latest, Membership of) {
        return new AccountRow(latest, of, weeks, kinds, otherwiseActive, mergesSince);
    }

    /** The same account with other weeks of contributions. */
    public AccountRow with(WeekSet changed) {
        return new AccountRow(actor, membership, changed, kinds, otherwiseActive, mergesSince);
    }

    /** The same account with other kinds of contributions. */
    public AccountRow with(ContributionWeeks changed) {
        return new AccountRow(actor, membership, weeks, changed, otherwiseActive, mergesSince);
    }

    /** The same account, active in the week without contributing. */
    public AccountRow alsoActiveIn(IsoWeek week) {
        return new AccountRow(actor, membership, weeks, kinds, otherwiseActive.with(week), mergesSince);
    }

    /** The same account, which first merged then. */
    public AccountRow mergingSince(@Nullable Instant first) {
        return new AccountRow(actor, membership, weeks, kinds, otherwiseActive, first);
    }

    /** Whose account it is: GitHub's id of it, or a negative number for somebody in the registry. */
    public long person() {
        return membership.isRegistered() ? membership.person() : actor.id();
    }

    /** All that the figures depend on, apart from the person's other accounts. */
    public KnownAccount known() {
        return new KnownAccount(actor, mergesSince);
    }

    /** All weeks in which it did anything visible. */
    public WeekSet activeWeeks() {
        return weeks.union(otherwiseActive);
    }

    /** True if nothing that is derived can tell them apart, but for the organisations of weeks. */
    public boolean countsLike(AccountRow other) {
        return membership.countsLike(other.membership) && known().countsLike(other.known());
    }

    /** True if nothing that is derived can tell them apart, but for the organisations of weeks, and whose they are. */
    public boolean standsLike(AccountRow other) {
        return membership.standsLike(other.membership) && known().countsLike(other.known());
    }
}
