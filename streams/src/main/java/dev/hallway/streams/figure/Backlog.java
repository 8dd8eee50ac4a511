// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.streams.read.BacklogWeek;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was open at the end of each week, from when items were opened and closed: pure. */
public final class Backlog {

    private final Kind issues = new Kind();
    private final Kind pullRequests = new Kind();

    /**
     * Takes in an item.
     *
     * @param closedAt when it was closed or merged; null while open
     */
    public void add(boolean issue, Instant openedAt, @Nullable Instant closedAt) {
        (issue ? issues : pullRequests).spans.add(new Span(openedAt, closedAt));
    }

    /** The rows of the weeks, which are given in order. */
    public List<BacklogWeek> rows(List<IsoWeek> weeks) {
        issues.begin();
        pullRequests.begin();
        List<BacklogWeek> rows = new ArrayList<>();
        for (IsoWeek week : weeks) {
            rows.add(new BacklogWeek(week, issues.openAt(week.end()), pullRequests.openAt(week.end())));
        }
        return rows;
    }

    private record Span(Instant openedAt, @Nullable Instant closedAt) {}

    /** Items of one kind, walked through week by week. */
    private static final class Kind {

        private final List<Span> spans = new ArrayList<>();
        private final List<Span> open = new ArrayList<>();
        private int next;

        void begin() {
            spans.sort(Comparator.comparing(Span::openedAt));
        }

        BacklogWeek.Open openAt(Instant end) {
            while (next < spans.size() && spans.get(next).openedAt().isBefore(end)) {
                open.add(spans.get(next++));
            }
            open.removeIf(span -> span.closedAt() != null && span.closedAt().isBefore(end));
            Percentiles ages = new Percentiles();
            for (Span span : open) {
                ages.add(end.getEpochSecond() - span.openedAt().getEpochSecond());
            }
            return new BacklogWeek.Open(ages.count(), ages.percentile(50), ages.percentile(90));
        }
    }
}
