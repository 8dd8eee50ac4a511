// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.streams.read.CountedContribution.Kind;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.Newcomer;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one person contributed from the first contribution on: pure, in any order. */
public final class NewcomerTally {

    private final IsoWeek firstWeek;
    private String login = "";
    private Instant latest = Instant.MIN;
    private @Nullable FirstContribution first;
    private @Nullable Instant firstPullRequest;
    private @Nullable Instant firstMerge;
    private long contributions;
    private IsoWeek lastWeek;
    private boolean returned;

    /**
     * Of a person.
     *
     * @param firstWeek week of the first contribution
     */
    public NewcomerTally(IsoWeek firstWeek) {
        this.firstWeek = firstWeek;
        lastWeek = firstWeek;
    }

    /** The week of the person's first contribution. */
    public IsoWeek firstWeek() {
        return firstWeek;
    }

    /**
     * Counts a contribution.
     *
     * @param as the login to show if this is the latest one
     * @param id GitHub's id of the comment or review; the item's number for items
     */
    public void add(String as, Kind kind, long id, WeekEvent event) {
        contributions++;
        Instant at = event.time();
        if (at.isAfter(latest) || (at.equals(latest) && as.compareTo(login) > 0)) {
            latest = at;
            login = as;
        }
        IsoWeek week = IsoWeek.of(at);
        lastWeek = week.compareTo(lastWeek) > 0 ? week : lastWeek;
        if (kind == Kind.PULL_REQUEST_MERGED) {
            firstMerge = earlier(firstMerge, at);
            return;
        }
        int later = week.ordinal() - firstWeek.ordinal();
        returned |= (later > 0 && later <= Definitions.WEEKS_TO_RETURN);
        if (kind == Kind.PULL_REQUEST_OPENED) {
            firstPullRequest = earlier(firstPullRequest, at);
        }
        first = FirstContribution.earlier(first, new FirstContribution(kind, id, at, event.seconds()));
    }

    /**
     * The person as of the latest contribution by anybody; empty if nothing but merges is known.
     *
     * @param latestByAnybody week of the latest contribution by anybody
     */
    public Optional<Newcomer> newcomer(IsoWeek latestByAnybody) {
        if (first == null) {
            return Optional.empty();
        }
        boolean canBeTold = latestByAnybody.ordinal() - firstWeek.ordinal() >= Definitions.WEEKS_TO_RETURN;
        long answered = first.answeredAfter();
        return Optional.of(new Newcomer(
                login,
                first.at(),
                first.kind(),
                answered == WeekEvent.NONE ? null : answered,
                firstPullRequest,
                firstMerge,
                contributions,
                lastWeek,
                (returned || canBeTold) ? returned : null));
    }

    private static Instant earlier(@Nullable Instant known, Instant other) {
        return known == null || other.isBefore(known) ? other : known;
    }
}
