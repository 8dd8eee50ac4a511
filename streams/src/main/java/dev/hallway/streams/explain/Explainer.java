// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

import dev.hallway.streams.explain.Explanation.Entry;
import dev.hallway.streams.explain.Explanation.EventName;
import dev.hallway.streams.explain.Judgement.Counted;
import dev.hallway.streams.explain.Judgement.LeftOut;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.EventPage;
import dev.hallway.streams.read.EventPlace;
import dev.hallway.streams.read.EventView;
import dev.hallway.streams.read.EventView.Kind;
import dev.hallway.streams.read.ItemPage;
import dev.hallway.streams.read.ItemSummary;
import dev.hallway.streams.read.PageSize;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains the figures of one week of a repository, a page at a time. */
public final class Explainer {

    private final CommunityReader reader;
    private final RepositorySummary summary;
    private final IsoWeek week;

    /** Of a week. */
    public Explainer(CommunityReader reader, RepositorySummary summary, IsoWeek week) {
        this.reader = reader;
        this.summary = summary;
        this.week = week;
    }

    /**
     * A page of the explanation of a figure; empty if {@code after} is no place in it.
     *
     * @param after {@link Explanation#next} of the page before; null for the first one
     */
    public Optional<Explanation> page(WeeklyFigure figure, @Nullable String after, PageSize size) {
        FigureValue value = figure.value(reader, summary, week);
        if (figure.rule() instanceof EventRule rule) {
            if (after == null) {
                return Optional.of(events(figure, value, rule, null, size));
            }
            return EventPlace.parse(after).map(place -> events(figure, value, rule, place, size));
        }
        OpenItemRule rule = (OpenItemRule) figure.rule();
        return number(after).map(number -> items(value, rule, number, size));
    }

    private Explanation events(
            WeeklyFigure figure, FigureValue value, EventRule rule, @Nullable EventPlace after, PageSize size) {
        if (figure.needsHome() && !(value instanceof FigureValue.Known)) {
            return new Explanation(value, List.of(), List.of(), 0, null);
        }
        EventPage page = reader.events(summary.repository(), week, after, size, rule.filter());
        List<Entry> counted = new ArrayList<>();
        List<Entry> leftOut = new ArrayList<>();
        for (EventPage.Entry entry : page.entries()) {
            Judgement judgement = rule.judge().apply(entry.event());
            add(judgement, counted, leftOut, entry(entry.event(), entry.item()));
        }
        EventPlace next = page.next();
        return new Explanation(value, counted, leftOut, page.scanned(), next == null ? null : next.toString());
    }

    private Explanation items(FigureValue value, OpenItemRule rule, long after, PageSize size) {
        if (value instanceof FigureValue.WithoutRow) {
            return new Explanation(value, List.of(), List.of(), 0, null);
        }
        ItemPage page = reader.items(
                summary.repository(), after, size, item -> !(rule.judge(item, week) instanceof Judgement.NotConcerned));
        List<Entry> counted = new ArrayList<>();
        List<Entry> leftOut = new ArrayList<>();
        page.items().forEach(item -> add(rule.judge(item, week), counted, leftOut, entry(item)));
        Long next = page.next();
        return new Explanation(value, counted, leftOut, page.scanned(), next == null ? null : next.toString());
    }

    private static void add(Judgement judgement, List<Entry> counted, List<Entry> leftOut, Entry entry) {
        if (judgement instanceof Counted as) {
            counted.add(entry.counted(as.as(), as.seconds()));
        } else if (judgement instanceof LeftOut out) {
            leftOut.add(entry.leftOut(out.reason()));
        }
    }

    private static Entry entry(EventView event, @Nullable ItemSummary item) {
        return new Entry(
                EventName.valueOf(event.kind().name()),
                event.place().number(),
                event.place().id(),
                item == null ? "" : item.title(),
                item == null ? "" : item.htmlUrl() + event.place().fragment(),
                event.time(),
                event.by(),
                event.kind() == Kind.PULL_REQUEST_MERGED ? event.mergedBy() : null,
                null,
                item != null && (event.kind() == Kind.FEEDBACK_ANSWERED || event.kind() == Kind.ISSUE_CLOSED)
                        ? item.answer()
                        : null,
                "",
                null);
    }

    private static Entry entry(ItemSummary item) {
        return new Entry(
                EventName.OPEN,
                item.number(),
                item.number(),
                item.title(),
                item.htmlUrl(),
                item.openedAt(),
                item.author(),
                null,
                null,
                null,
                "",
                null);
    }

    private static Optional<Long> number(@Nullable String after) {
        if (after == null) {
            return Optional.of(0L);
        }
        return after.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(after)) : Optional.empty();
    }
}
