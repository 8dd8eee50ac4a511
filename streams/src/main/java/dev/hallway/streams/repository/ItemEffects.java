// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Reply;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.week.IsoWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one item adds to the weeks of its repository: pure, so that what an item added can be taken back exactly.
 *
 * @param tallies what it adds to each week's counters
 * @param durations the durations it adds
 */
record ItemEffects(Map<IsoWeek, WeekTally> tallies, List<Measured> durations) {

    private static final long SECONDS_OF_48_HOURS = 172_800;

    /**
     * A duration in the week that counts it.
     *
     * @param week the week
     * @param measure what was measured
     * @param seconds how long it took
     */
    record Measured(IsoWeek week, Measure measure, long seconds) {}

    static ItemEffects of(ItemRecord record) {
        ItemFacts item = record.item();
        if (item == null) {
            return new ItemEffects(Map.of(), List.of());
        }
        Collector collector = new Collector();
        if (item.kind() == Kind.ISSUE) {
            issueFlow(item, record, collector);
        } else {
            pullRequestFlow(item, collector);
        }
        if (!item.author().isBot()) {
            responsiveness(item, record, collector);
        }
        Answer answer = record.answer();
        if (answer != null && item.isFeedback()) {
            IsoWeek week = IsoWeek.of(answer.mergedAt());
            collector.count(week, Counter.MERGES_THAT_ANSWERED, 1);
            collector.count(week, Counter.LATENCY_SECONDS, answer.seconds());
            if (answer.communityAuthored()) {
                collector.count(week, Counter.MERGES_BY_COMMUNITY, 1);
            }
            collector.measure(week, Measure.FEEDBACK_LATENCY, answer.seconds());
        }
        return new ItemEffects(collector.tallies, collector.durations);
    }

    private static void issueFlow(ItemFacts issue, ItemRecord record, Collector collector) {
        collector.count(IsoWeek.of(issue.openedAt()), Counter.ISSUES_OPENED, 1);
        if (issue.closedAt() != null) {
            IsoWeek week = IsoWeek.of(issue.closedAt());
            collector.count(week, Counter.ISSUES_CLOSED, 1);
            if (record.answer() != null) {
                collector.count(week, Counter.ISSUES_CLOSED_LINKED, 1);
            }
        }
    }

    private static void pullRequestFlow(ItemFacts pull, Collector collector) {
        collector.count(IsoWeek.of(pull.openedAt()), Counter.PULL_REQUESTS_OPENED, 1);
        if (pull.mergedAt() != null) {
            collector.count(IsoWeek.of(pull.mergedAt()), Counter.PULL_REQUESTS_MERGED, 1);
        } else if (pull.closedAt() != null) {
            collector.count(IsoWeek.of(pull.closedAt()), Counter.PULL_REQUESTS_CLOSED_UNMERGED, 1);
        }
    }

    private static void responsiveness(ItemFacts item, ItemRecord record, Collector collector) {
        boolean issue = item.kind() == Kind.ISSUE;
        IsoWeek week = IsoWeek.of(item.openedAt());
        collector.count(week, issue ? Counter.ISSUES_ASKED : Counter.PULL_REQUESTS_ASKED, 1);
        Reply first = record.replies().first();
        if (first != null) {
            long seconds = seconds(item.openedAt(), first.time());
            collector.count(week, issue ? Counter.ISSUES_ANSWERED : Counter.PULL_REQUESTS_ANSWERED, 1);
            if (seconds <= SECONDS_OF_48_HOURS) {
                collector.count(
                        week,
                        issue
                                ? Counter.ISSUES_ANSWERED_WITHIN_48_HOURS
                                : Counter.PULL_REQUESTS_ANSWERED_WITHIN_48_HOURS,
                        1);
            }
            collector.measure(week, issue ? Measure.ISSUE_RESPONSE : Measure.PULL_REQUEST_RESPONSE, seconds);
        }
    }

    static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }

    private static final class Collector {

        private final Map<IsoWeek, WeekTally> tallies = new TreeMap<>();
        private final List<Measured> durations = new ArrayList<>();

        void count(IsoWeek week, Counter counter, long amount) {
            tallies.merge(week, WeekTally.ZERO.plus(counter, amount), WeekTally::plus);
        }

        void measure(IsoWeek week, Measure measure, long seconds) {
            durations.add(new Measured(week, measure, seconds));
        }
    }
}
