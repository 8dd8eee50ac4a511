// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.health.NewcomersWeek;
import dev.hallway.streams.read.CountedContribution.Kind;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.store.PersonAccounts;
import dev.hallway.streams.week.IsoWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The people who came in one week, and what became of them: pure, in any order. */
public final class CohortTally {

    private final IsoWeek week;
    private final LongFunction<PersonAccounts> people;
    private final Set<Long> met = new HashSet<>();
    private final Set<Long> newcomers = new HashSet<>();
    private final Map<Long, FirstContribution> first = new HashMap<>();

    /**
     * Of a week.
     *
     * @param people what a person did in the repository
     */
    CohortTally(IsoWeek week, LongFunction<PersonAccounts> people) {
        this.week = week;
        this.people = people;
    }

    /** Takes in a contribution of a known person in the week. */
    void add(long person, FirstContribution contribution) {
        if (met.add(person) && people.apply(person).cameIn(week)) {
            newcomers.add(person);
        }
        if (contribution.kind() != Kind.PULL_REQUEST_MERGED && newcomers.contains(person)) {
            first.put(person, FirstContribution.earlier(first.get(person), contribution));
        }
    }

    /** How many people contributed for the first time. */
    long newcomers() {
        return newcomers.size();
    }

    /**
     * The row of the week; empty if nobody came other than by a merge.
     *
     * @param latest week of the latest contribution by anybody; null if that is this one
     */
    Optional<NewcomersWeek> row(String repository, @Nullable IsoWeek latest) {
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
        first.values().forEach(contribution -> kinds.merge(contribution.kind(), 1L, Long::sum));
        ToLongFunction<Kind> by = kind -> kinds.getOrDefault(kind, 0L);
        long returned = 0;
        long opened = 0;
        long merged = 0;
        for (long person : first.keySet()) {
            PersonAccounts later = people.apply(person);
            returned += later.returned() ? 1 : 0;
            opened += later.kinds().pullRequests().isEmpty() ? 0 : 1;
            merged += later.kinds().merges().isEmpty() ? 0 : 1;
        }
        NewcomersWeek row = NewcomersWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setNewcomers(first.size())
                .setByIssue(by.applyAsLong(Kind.ISSUE_OPENED))
                .setByPullRequest(by.applyAsLong(Kind.PULL_REQUEST_OPENED))
                .setByComment(by.applyAsLong(Kind.ISSUE_COMMENT) + by.applyAsLong(Kind.REVIEW_COMMENT))
                .setByReview(by.applyAsLong(Kind.REVIEW))
                .setOpenedPullRequest(opened)
                .setMergedPullRequest(merged)
                .setReturnedWithinTwelveWeeks(returned)
                .setReturnKnown(returned)
                .build();
        return Optional.of(asOf(row, latest));
    }

    /**
     * The row of a cohort as it is known when anybody last contributed in the given week.
     *
     * @param latest null if nothing is known of the weeks after the cohort's own
     */
    public static NewcomersWeek asOf(NewcomersWeek row, @Nullable IsoWeek latest) {
        boolean canBeTold = latest != null
                && latest.ordinal() - IsoWeek.parse(row.getWeek()).ordinal() >= Definitions.WEEKS_TO_RETURN;
        return NewcomersWeek.newBuilder(row)
                .setReturnKnown(canBeTold ? row.getNewcomers() : row.getReturnedWithinTwelveWeeks())
                .build();
    }
}
