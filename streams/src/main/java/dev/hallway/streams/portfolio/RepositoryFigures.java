// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.streams.comparison.Quantile;
import dev.hallway.streams.digest.Waiting;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.ItemView.Response;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How the community of a repository does: now, and over {@value #WEEKS} weeks, of which the last is the present one, or the
 * one in which the data end.
 *
 * <p>What cannot be known is null.
 *
 * @param readAt when this was read, UTC
 * @param items how its items stand, by kind
 * @param contributors people who contributed in the weeks
 * @param newcomers those of them whose first contribution lies in the weeks
 * @param absenceFactor the fewest people who made half of the contributions in the weeks; null also if there were none
 * @param feedbackToMergeMedian seconds, of the feedback that was answered by a merge in the weeks; null also if there was
 *     none
 * @param feedbackToMergeCount how much feedback that was
 * @param issuesOpened issues that were opened in the weeks
 * @param pullRequestsMerged pull requests that were merged in the weeks
 * @param trends week by week
 */
public record RepositoryFigures(
        Instant readAt,
        Map<Kind, Items> items,
        @Nullable Long contributors,
        @Nullable Long newcomers,
        @Nullable Long absenceFactor,
        @Nullable Long feedbackToMergeMedian,
        @Nullable Long feedbackToMergeCount,
        @Nullable Long issuesOpened,
        @Nullable Long pullRequestsMerged,
        WeeklyTrends trends) {

    /** A single week holds too few values: figures are those of so many weeks. */
    public static final int WEEKS = 12;

    /** Copies the items. */
    public RepositoryFigures {
        items = Map.copyOf(items);
    }

    /** Reads the items of the repository that are open or recent, and its last weeks. */
    static RepositoryFigures read(CommunityReader reader, RepositorySummary summary, Instant now) {
        String repository = summary.repository();
        Reach reach = Reach.of(summary);
        IsoWeek last = reach.last(IsoWeek.of(now));
        WeekRange weeks = WeekRange.trailing(last, WEEKS);
        WeeklyTrends trends = WeeklyTrends.read(reader, summary.repository(), reach, last);
        Tally tally = new Tally(weeks);
        reader.forEachCurrentItem(repository, weeks.first().start(), tally::add);
        if (reach.end() == null) {
            return new RepositoryFigures(now, Map.of(), null, null, null, null, null, null, null, trends);
        }
        ContributorDiversityWeek diversity = reader.diversityOver(repository, weeks);
        List<FlowWeek> flow = reader.flow(repository, weeks);
        return new RepositoryFigures(
                now,
                tally.items(),
                diversity.getContributors(),
                diversity.getNewcomers(),
                diversity.getAbsenceFactor(),
                median(tally.feedbackToMerge),
                (long) tally.feedbackToMerge.size(),
                sum(flow, FlowWeek::getIssuesOpened),
                sum(flow, FlowWeek::getPullRequestsMerged),
                trends);
    }

    /** How the items of a kind stand. */
    public Items items(Kind kind) {
        return items.getOrDefault(kind, Items.UNKNOWN);
    }

    /** True unless a week has ended since. */
    boolean areOf(IsoWeek week) {
        return IsoWeek.of(readAt).equals(week);
    }

    private static long sum(List<FlowWeek> weeks, ToLongFunction<FlowWeek> figure) {
        return weeks.stream().mapToLong(figure).sum();
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
     * @param firstResponseMedianSeconds of those that people opened in the weeks and that have a response; null also if
     *     there is none
     */
    public record Items(
            @Nullable Long open,
            @Nullable Long waiting,
            @Nullable Long firstResponseMedianSeconds) {

        /** Nothing is known of them. */
        public static final Items UNKNOWN = new Items(null, null, null);
    }

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
