// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was opened, closed and merged, every week from the first to the last event. */
final class FlowTable {

    private FlowTable() {}

    /** The rows of one repository. */
    static List<List<String>> rows(
            String repository, List<Item> items, List<Contribution> contributions, Set<ItemKey> linked) {
        TreeSet<IsoWeek> events = new TreeSet<>();
        contributions.forEach(contribution -> events.add(contribution.week()));
        items.forEach(item -> add(item.closed(), events));
        List<List<String>> rows = new ArrayList<>();
        for (IsoWeek week = events.first(); week.compareTo(events.last()) <= 0; week = week.next()) {
            rows.add(row(repository, week, items, linked));
        }
        return rows;
    }

    private static List<String> row(String repository, IsoWeek week, List<Item> items, Set<ItemKey> linked) {
        Predicate<Item> issue = Item::isIssue;
        Predicate<Item> pullRequest = issue.negate();
        Predicate<Item> opened = item -> isIn(item.opened(), week);
        Predicate<Item> closed = item -> isIn(item.closed(), week);
        Predicate<Item> merged = item -> isIn(item.merged(), week);
        Predicate<Item> unmerged = item -> item.merged() == null;
        Predicate<Item> openAtEnd = item -> item.opened().isBefore(week.end())
                && (item.ended() == null || !item.ended().isBefore(week.end()));
        return List.of(
                repository,
                week.toString(),
                count(items, issue.and(opened)),
                count(items, issue.and(closed)),
                count(items, issue.and(closed).and(item -> linked.contains(item.key()))),
                count(items, pullRequest.and(opened)),
                count(items, pullRequest.and(merged)),
                count(items, pullRequest.and(closed).and(unmerged)),
                count(items, issue.and(openAtEnd)),
                count(items, pullRequest.and(openAtEnd)));
    }

    private static boolean isIn(@Nullable Instant time, IsoWeek week) {
        return time != null && IsoWeek.of(time).equals(week);
    }

    private static void add(@Nullable Instant time, Set<IsoWeek> weeks) {
        if (time != null) {
            weeks.add(IsoWeek.of(time));
        }
    }

    private static String count(List<Item> items, Predicate<Item> which) {
        return Long.toString(items.stream().filter(which).count());
    }
}
