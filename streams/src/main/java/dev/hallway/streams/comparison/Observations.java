// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.streams.comparison.Observation.Share;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What some weeks of a repository show; only these weeks are read. */
final class Observations {

    private final CommunityReader reader;
    private final String repository;
    private final @Nullable Instant syncedAt;
    private final Map<IsoWeek, WeekObservations> weeks = new HashMap<>();

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
        return week(week).all();
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

    /** Item by item, since some may still be answered in time. */
    private void readAnswered(IsoWeek week) {
        List<ItemView> opened = reader.contributions(repository, week).stream()
                .filter(contribution -> isOpening(contribution) && hadItsTime(contribution.time()))
                .flatMap(opening -> reader.item(repository, opening.number()).stream())
                .filter(item -> !item.authorIsBot())
                .toList();
        week(week).setAnswered(share(opened, ItemView.Kind.ISSUE), share(opened, ItemView.Kind.PULL_REQUEST));
    }

    private static boolean isOpening(CountedContribution contribution) {
        return contribution.kind() == CountedContribution.Kind.ISSUE_OPENED
                || contribution.kind() == CountedContribution.Kind.PULL_REQUEST_OPENED;
    }

    private static Share share(List<ItemView> opened, ItemView.Kind kind) {
        List<ItemView> ofKind =
                opened.stream().filter(item -> item.kind() == kind).toList();
        long inTime = ofKind.stream().filter(Observations::isAnsweredInTime).count();
        return new Share(Math.toIntExact(inTime), ofKind.size());
    }

    private static boolean isAnsweredInTime(ItemView item) {
        ItemView.Response first = item.firstResponse();
        return first != null && first.seconds() <= Definitions.IN_TIME_SECONDS;
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
