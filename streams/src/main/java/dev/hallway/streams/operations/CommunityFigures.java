// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.streams.comparison.Quantile;
import dev.hallway.streams.digest.Waiting;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.ItemView.Response;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the community of a repository does, as its gauges show it.
 *
 * @param items how its items stand, by kind
 * @param feedbackToMergeMedian seconds, of the feedback that was answered by a merge in the weeks; null if there was none
 * @param contributors people who contributed in the weeks
 * @param absenceFactor the fewest people who made half of the contributions in the weeks; null if there were none
 */
record CommunityFigures(
        Map<Kind, Items> items,
        @Nullable Long feedbackToMergeMedian,
        long contributors,
        @Nullable Long absenceFactor) {

    /** A single week holds too few values: figures are those of so many weeks, the present one included. */
    static final int WEEKS = 12;

    /** Copies the items. */
    CommunityFigures {
        items = Map.copyOf(items);
    }

    /** Reads all items of the repository once; the weeks end with the given one. */
    static CommunityFigures read(CommunityReader reader, String repository, IsoWeek last) {
        WeekRange weeks = WeekRange.trailing(last, WEEKS);
        Tally tally = new Tally(weeks);
        reader.forEachItem(repository, tally::add);
        ContributorDiversityWeek diversity = reader.diversityOver(repository, weeks);
        return new CommunityFigures(
                tally.items(),
                median(tally.feedbackToMerge),
                diversity.getContributors(),
                diversity.getAbsenceFactor());
    }

    private static @Nullable Long median(List<Long> seconds) {
        return seconds.isEmpty()
                ? null
                : Long.valueOf(Quantile.ofSorted(seconds.stream().sorted().toList(), 50));
    }

    /**
     * How the items of a kind stand.
     *
     * @param open how many are open
     * @param waiting how many of people wait for a first reply now, except drafts
     * @param firstResponseMedian seconds, of those that people opened in the weeks and that have a response; null if none
     */
    record Items(long open, long waiting, @Nullable Long firstResponseMedian) {}

    private static final class Tally {

        private final WeekRange weeks;
        private final List<Long> feedbackToMerge = new ArrayList<>();
        private final Map<Kind, OfKind> kinds = new EnumMap<>(Kind.class);

        Tally(WeekRange weeks) {
            this.weeks = weeks;
            for (Kind kind : Kind.values()) {
                kinds.put(kind, new OfKind());
            }
        }

        void add(ItemView item) {
            kinds.computeIfPresent(item.kind(), (kind, tally) -> tally.add(item, weeks));
            Answer answer = item.answer();
            if (item.kind() == Kind.ISSUE && answer != null && weeks.contains(IsoWeek.of(answer.mergedAt()))) {
                feedbackToMerge.add(answer.seconds());
            }
        }

        Map<Kind, Items> items() {
            Map<Kind, Items> items = new EnumMap<>(Kind.class);
            kinds.forEach((kind, tally) -> items.put(kind, tally.items()));
            return items;
        }
    }

    private static final class OfKind {

        private final List<Long> firstResponses = new ArrayList<>();
        private long open;
        private long waiting;

        OfKind add(ItemView item, WeekRange weeks) {
            if (item.closedAt() == null) {
                open++;
            }
            if (Waiting.forFirstReply(item)) {
                waiting++;
            }
            Response first = item.firstResponse();
            if (!item.authorIsBot() && first != null && weeks.contains(IsoWeek.of(item.openedAt()))) {
                firstResponses.add(first.seconds());
            }
            return this;
        }

        Items items() {
            return new Items(open, waiting, median(firstResponses));
        }
    }
}
