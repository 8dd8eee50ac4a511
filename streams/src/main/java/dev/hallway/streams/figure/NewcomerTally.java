// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.streams.read.CountedContribution.Kind;
import dev.hallway.streams.read.Newcomer;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one person contributed from the first contribution on: pure, in any order. */
public final class NewcomerTally {

    private static final Comparator<First> ORDER = Comparator.comparingLong(
                    (First first) -> first.event().time().getEpochSecond())
            .thenComparing(First::kind)
            .thenComparingLong(First::id);

    private final String login;
    private final IsoWeek firstWeek;
    private @Nullable First first;
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
    public NewcomerTally(String login, IsoWeek firstWeek) {
        this.login = login;
        this.firstWeek = firstWeek;
        lastWeek = firstWeek;
    }

    /**
     * Counts a contribution.
     *
     * @param id GitHub's id of the comment or review; the item's number for items
     */
    public void add(Kind kind, long id, WeekEvent event) {
        contributions++;
        Instant at = event.time();
        IsoWeek week = IsoWeek.of(at);
        lastWeek = week.compareTo(lastWeek) > 0 ? week : lastWeek;
        if (kind == Kind.PULL_REQUEST_MERGED) {
            firstMerge = earlier(firstMerge, at);
            return;
        }
        int later = week.ordinal() - firstWeek.ordinal();
        returned |= (later > 0 && later <= Newcomer.WEEKS_TO_RETURN);
        if (kind == Kind.PULL_REQUEST_OPENED) {
            firstPullRequest = earlier(firstPullRequest, at);
        }
        First candidate = new First(kind, id, event);
        if (first == null || ORDER.compare(candidate, first) < 0) {
            first = candidate;
        }
    }

    /**
     * The person as of the latest contribution by anybody; empty if nothing but merges is known.
     *
     * @param latest week of the latest contribution by anybody
     */
    public Optional<Newcomer> newcomer(IsoWeek latest) {
        if (first == null) {
            return Optional.empty();
        }
        boolean canBeTold = latest.ordinal() - firstWeek.ordinal() >= Newcomer.WEEKS_TO_RETURN;
        long answered = first.event().seconds();
        return Optional.of(new Newcomer(
                login,
                first.event().time(),
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

    private record First(Kind kind, long id, WeekEvent event) {}
}
