// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.week.IsoWeek;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Makes figures from counters, as the metric definitions say: pure. */
final class Figures {

    private static final int INDEX_DECIMALS = 6;

    private Figures() {}

    /**
     * Contributor diversity.
     *
     * @param spectrum how many people made how many contributions, by number of contributions
     */
    static ContributorDiversityWeek diversity(
            String repository, IsoWeek week, WeekTally tally, NavigableMap<Long, Long> spectrum) {
        long total = tally.get(Counter.CONTRIBUTIONS);
        ContributorDiversityWeek.Builder row = ContributorDiversityWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setContributions(total)
                .setContributors(tally.get(Counter.CONTRIBUTORS))
                .setNewcomers(tally.get(Counter.NEWCOMERS))
                .setMaintainerContributions(tally.get(Counter.MAINTAINER_CONTRIBUTIONS))
                .setCommunityContributions(total - tally.get(Counter.MAINTAINER_CONTRIBUTIONS))
                .setCommunityContributors(tally.get(Counter.COMMUNITY_CONTRIBUTORS))
                .setUnknownContributions(tally.get(Counter.UNKNOWN_CONTRIBUTIONS))
                .setBotContributions(tally.get(Counter.BOT_CONTRIBUTIONS));
        if (total > 0) {
            double shannon = shannon(spectrum, total);
            row.setShannon(index(shannon))
                    .setEffectiveContributors(index(Math.exp(shannon)))
                    .setSimpsonEffective(index(simpson(spectrum, total)))
                    .setAbsenceFactor(absenceFactor(spectrum, total))
                    .setTopShare(index((double) spectrum.lastKey() / total));
        }
        return row.build();
    }

    // −Σ p ln p, written so that only counts are added up: the same whatever order they came in.
    private static double shannon(NavigableMap<Long, Long> spectrum, long total) {
        double sum = 0;
        for (Map.Entry<Long, Long> people : spectrum.entrySet()) {
            double share = (double) people.getKey() / total;
            sum -= people.getValue() * share * Math.log(share);
        }
        return sum;
    }

    private static double simpson(NavigableMap<Long, Long> spectrum, long total) {
        double squares = 0;
        for (Map.Entry<Long, Long> people : spectrum.entrySet()) {
            squares += (double) people.getValue() * people.getKey() * people.getKey();
        }
        return (double) total * total / squares;
    }

    private static long absenceFactor(NavigableMap<Long, Long> spectrum, long total) {
        long people = 0;
        long reached = 0;
        for (Map.Entry<Long, Long> next : spectrum.descendingMap().entrySet()) {
            long missing = (total + 1) / 2 - reached;
            long enough = (missing + next.getKey() - 1) / next.getKey();
            if (enough <= next.getValue()) {
                return people + enough;
            }
            people += next.getValue();
            reached += next.getValue() * next.getKey();
        }
        return people;
    }

    /**
     * Feedback-to-merge latency.
     *
     * @param percentile the percentile of the week's latencies, in seconds; asked only if there are any
     */
    static FeedbackLatencyWeek feedbackLatency(
            String repository, IsoWeek week, WeekTally tally, IntToLongFunction percentile) {
        long count = tally.get(Counter.MERGES_THAT_ANSWERED);
        long sum = tally.get(Counter.LATENCY_SECONDS);
        return FeedbackLatencyWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setCount(count)
                .setP50Seconds(unlessNone(count, 50, percentile))
                .setP90Seconds(unlessNone(count, 90, percentile))
                .setMeanSeconds(count == 0 ? null : Math.floorDiv(2 * sum + count, 2 * count))
                .setCommunityAuthored(tally.get(Counter.MERGES_BY_COMMUNITY))
                .setIssuesClosed(tally.get(Counter.ISSUES_CLOSED))
                .setIssuesClosedLinked(tally.get(Counter.ISSUES_CLOSED_LINKED))
                .build();
    }

    /**
     * First responses to the items of one kind.
     *
     * @param percentile the percentile of the responses' seconds; asked only if there are any
     */
    static ResponsivenessCohort cohort(
            WeekTally tally, Counter asked, Counter answered, Counter within48Hours, IntToLongFunction percentile) {
        long count = tally.get(answered);
        return ResponsivenessCohort.newBuilder()
                .setOpened(tally.get(asked))
                .setAnswered(count)
                .setUnanswered(tally.get(asked) - count)
                .setP50Seconds(unlessNone(count, 50, percentile))
                .setP90Seconds(unlessNone(count, 90, percentile))
                .setAnsweredWithin48Hours(tally.get(within48Hours))
                .build();
    }

    static FlowWeek flow(String repository, IsoWeek week, WeekTally tally, long openIssues, long openPullRequests) {
        return FlowWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setIssuesOpened(tally.get(Counter.ISSUES_OPENED))
                .setIssuesClosed(tally.get(Counter.ISSUES_CLOSED))
                .setIssuesClosedLinked(tally.get(Counter.ISSUES_CLOSED_LINKED))
                .setPullRequestsOpened(tally.get(Counter.PULL_REQUESTS_OPENED))
                .setPullRequestsMerged(tally.get(Counter.PULL_REQUESTS_MERGED))
                .setPullRequestsClosedUnmerged(tally.get(Counter.PULL_REQUESTS_CLOSED_UNMERGED))
                .setOpenIssuesAtEnd(openIssues)
                .setOpenPullRequestsAtEnd(openPullRequests)
                .build();
    }

    private static @Nullable Long unlessNone(long count, int percent, IntToLongFunction percentile) {
        return count == 0 ? null : percentile.applyAsLong(percent);
    }

    private static double index(double value) {
        return BigDecimal.valueOf(value)
                .setScale(INDEX_DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
