// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person did in a repository by all of their accounts.
 *
 * @param weeks the weeks in which the person contributed
 * @param kinds in which of them how
 * @param mergesSince when the person first merged a pull request, UTC; null if that is not known
 */
public record PersonAccounts(
        WeekSet weeks, ContributionWeeks kinds, @Nullable Instant mergesSince) {

    private static final PersonAccounts NONE = new PersonAccounts(WeekSet.EMPTY, ContributionWeeks.NONE, null);

    /** Of a person with one account. */
    public static PersonAccounts of(AccountRow account) {
        return new PersonAccounts(account.weeks(), account.kinds(), account.mergesSince());
    }

    /** Of a person with several; what a bot among them does is not done by that person. */
    public static PersonAccounts of(List<AccountRow> accounts) {
        return accounts.stream()
                .filter(account -> account.membership().human())
                .map(PersonAccounts::of)
                .reduce(NONE, PersonAccounts::and);
    }

    /** True if the person first contributed in the week. */
    public boolean cameIn(IsoWeek week) {
        return weeks.startsWith(week);
    }

    /** True if the person contributed, other than by a merge, in any of the weeks in which a newcomer may return. */
    public boolean returned() {
        Optional<IsoWeek> first = weeks.first();
        return first.isPresent()
                && kinds.otherThanMerges()
                        .from(first.get().next())
                        .filter(next -> next.ordinal() - first.get().ordinal() <= Definitions.WEEKS_TO_RETURN)
                        .isPresent();
    }

    /** True if the newcomers of all weeks are the same with either. */
    public boolean countsLike(PersonAccounts other) {
        return weeks.first().equals(other.weeks.first())
                && returned() == other.returned()
                && kinds.pullRequests().isEmpty() == other.kinds.pullRequests().isEmpty()
                && kinds.merges().isEmpty() == other.kinds.merges().isEmpty();
    }

    private PersonAccounts and(PersonAccounts other) {
        return new PersonAccounts(
                weeks.union(other.weeks), kinds.union(other.kinds), earlier(mergesSince, other.mergesSince));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
