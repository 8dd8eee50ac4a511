// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.streams.comparison.Observation.Share;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.EventFilter;
import dev.hallway.streams.read.EventPage;
import dev.hallway.streams.read.EventPlace;
import dev.hallway.streams.read.EventView;
import dev.hallway.streams.read.EventView.Kind;
import dev.hallway.streams.read.PageSize;
import dev.hallway.streams.read.ParticipantView;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What some weeks of a repository show; only these weeks are read. */
final class Observations {

    private static final Set<Kind> OPENINGS = Set.of(Kind.ISSUE_OPENED, Kind.PULL_REQUEST_OPENED);
    private static final PageSize PAGE = new PageSize(1_000, 10_000);

    private final CommunityReader reader;
    private final String repository;
    private final @Nullable Instant syncedAt;
    private final Map<IsoWeek, WeekObservations> weeks = new HashMap<>();
    // A week is compared with, again and again, by those after it.
    private final Map<IsoWeek, Map<ComparedFigure, Observation>> figures = new HashMap<>();

    private Observations(CommunityReader reader, String repository, @Nullable Instant syncedAt) {
        this.reader = reader;
        this.repository = repository;
        this.syncedAt = syncedAt;
    }

    static Observations of(CommunityReader reader, String repository, @Nullable Instant syncedAt, WeekRange range) {
        Observations observations = new Observations(reader, repository, syncedAt);
        for (IsoWeek week = range.first(); range.contains(week); week = week.next()) {
            observations.weeks.put(week, new WeekObservations());
        }
        observations.read(range);
        return observations;
    }

    /** All figures of one of the weeks, in their order. */
    Map<ComparedFigure, Observation> in(IsoWeek week) {
        return figures.computeIfAbsent(week, one -> week(one).all());
    }

    /** True if anything is known to have happened in it. */
    boolean anythingIn(IsoWeek week) {
        return week(week).anything();
    }

    private void read(WeekRange range) {
        reader.contributorDiversity(repository, range)
                .forEach(row -> week(IsoWeek.parse(row.getWeek())).set(row));
        reader.organisations(repository, range)
                .forEach(row -> week(IsoWeek.parse(row.getWeek())).set(row));
        reader.flow(repository, range)
                .forEach(row -> week(IsoWeek.parse(row.getWeek())).set(row));
        reader.feedbackLatency(repository, range).stream()
                .filter(row -> row.getCount() > 0)
                .forEach(row -> readAnsweredFeedback(IsoWeek.parse(row.getWeek()), row.getCount()));
        reader.responsiveness(repository, range).forEach(row -> {
            IsoWeek week = IsoWeek.parse(row.getWeek());
            if (everythingInHadItsTime(week)) {
                week(week).setAnswered(share(row.getIssues()), share(row.getPullRequests()));
            }
        });
        weeks.keySet().stream().filter(week -> !everythingInHadItsTime(week)).forEach(this::readAnswered);
    }

    private void readAnsweredFeedback(IsoWeek week, long count) {
        List<Long> latencies = reader.storiesAnsweredIn(repository, week).stream()
                .flatMap(story -> Optional.ofNullable(story.getLatencySeconds()).stream())
                .toList();
        week(week).setFeedbackAnswered(count, latencies);
    }

    /** True if whatever was opened in the week was opened so long ago that it could have been answered in time. */
    private boolean everythingInHadItsTime(IsoWeek week) {
        return syncedAt != null
                && !week.end().plusSeconds(Definitions.IN_TIME_SECONDS).isAfter(syncedAt);
    }

    private boolean hadItsTime(Instant opened) {
        return syncedAt != null
                && !opened.plusSeconds(Definitions.IN_TIME_SECONDS).isAfter(syncedAt);
    }

    /** Opening by opening, since some items may still be answered in time. */
    private void readAnswered(IsoWeek week) {
        Map<Kind, List<EventView>> opened = new EnumMap<>(Kind.class);
        EventFilter byOthersThanBots = new EventFilter(
                OPENINGS, opening -> hadItsTime(opening.time()) && opening.by().kind() != ParticipantView.Kind.BOT);
        EventPlace after = null;
        do {
            EventPage page = reader.events(repository, week, after, PAGE, byOthersThanBots);
            page.entries().forEach(entry -> opened.computeIfAbsent(entry.event().kind(), kind -> new ArrayList<>())
                    .add(entry.event()));
            after = page.next();
        } while (after != null);
        week(week)
                .setAnswered(
                        share(opened.getOrDefault(Kind.ISSUE_OPENED, List.of())),
                        share(opened.getOrDefault(Kind.PULL_REQUEST_OPENED, List.of())));
    }

    private static Share share(List<EventView> opened) {
        long inTime = opened.stream().filter(Observations::isAnsweredInTime).count();
        return new Share(Math.toIntExact(inTime), opened.size());
    }

    private static boolean isAnsweredInTime(EventView opening) {
        Long waited = opening.seconds();
        return waited != null && waited <= Definitions.IN_TIME_SECONDS;
    }

    private static Share share(ResponsivenessCohort opened) {
        return new Share(Math.toIntExact(opened.getAnsweredWithin48Hours()), Math.toIntExact(opened.getOpened()));
    }

    private WeekObservations week(IsoWeek week) {
        WeekObservations known = weeks.get(week);
        if (known == null) {
            throw new IllegalArgumentException("The week " + week + " is none of those that were read.");
        }
        return known;
    }
}
