// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.Story;
import dev.hallway.health.StoryPullRequest;
import dev.hallway.streams.comparison.Comparisons;
import dev.hallway.streams.digest.DigestModel.Completeness;
import dev.hallway.streams.digest.DigestModel.DiversitySpan;
import dev.hallway.streams.digest.DigestModel.MergedFeedback;
import dev.hallway.streams.digest.DigestModel.WaitingItem;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.CompletenessNote;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a digest needs, in one pass over the items and one over the stories. */
final class DigestCollector {

    private static final int MOST_MERGED = 50;
    private static final int MOST_WAITING = 25;
    private static final int MOST_NEWCOMERS = 50;
    private static final int MOST_GAPS = 20;

    private final CommunityReader reader;
    private final RepositorySummary summary;
    private final String repository;
    private final IsoWeek week;

    DigestCollector(CommunityReader reader, String repository, IsoWeek week) {
        this.reader = reader;
        this.summary = reader.repository(repository)
                .orElseThrow(() -> new IllegalArgumentException("The repository " + repository + " is not held here."));
        this.repository = summary.repository();
        this.week = week;
    }

    DigestModel collect() {
        WeekFigures figures = new WeekFigures(reader, summary, week);
        Instant asOf = dataEndInWeek();
        Waiting.Tally tally = new Waiting.Tally(reader, repository, asOf, MOST_WAITING);
        OpenFeedbackTally openFeedback = new OpenFeedbackTally(week, asOf);
        reader.forEachItem(repository, item -> {
            openFeedback.offer(item);
            tally.offer(item);
        });
        Waiting waiting = tally.waiting();
        return new DigestModel(
                repository,
                summary.htmlUrl(),
                week,
                Definitions.VERSION,
                completeness(),
                asOf,
                Comparisons.ofWeek(reader, summary, week),
                merged(),
                items(waiting.firstReply(), asOf),
                items(waiting.drafts(), asOf),
                items(waiting.review(), asOf),
                newcomers(),
                Stream.of(4, 12, 52).map(this::diversity).toList(),
                figures.firstResponses(),
                figures.openItems(),
                figures.ratios(),
                openFeedback.result(),
                figures.botContributions());
    }

    /** The end of the week, or where the data end if that is earlier. */
    private Instant dataEndInWeek() {
        Instant syncedAt = summary.syncedAt();
        return syncedAt != null && syncedAt.isBefore(week.end()) ? syncedAt : week.end();
    }

    private Completeness completeness() {
        Instant syncedAt = summary.syncedAt();
        return new Completeness(
                syncedAt,
                syncedAt != null && !syncedAt.isBefore(week.end()),
                summary.historyComplete(),
                Excerpt.of(summary.gaps(), MOST_GAPS),
                summary.inventory(),
                CompletenessNote.of(summary));
    }

    private Excerpt<MergedFeedback> merged() {
        List<MergedFeedback> found = new ArrayList<>();
        for (Story story : reader.storiesAnsweredIn(repository, week)) {
            StoryPullRequest merge = story.getFirstMerge();
            Long latency = story.getLatencySeconds();
            if (merge != null && latency != null) {
                found.add(mergedFeedback(story, merge, latency));
            }
        }
        found.sort(Comparator.comparingLong(MergedFeedback::latencySeconds)
                .reversed()
                .thenComparing(MergedFeedback::number));
        return Excerpt.of(found, MOST_MERGED);
    }

    private MergedFeedback mergedFeedback(Story story, StoryPullRequest merge, long latency) {
        Instant firstResponse = story.getFirstResponseAt();
        List<String> further = story.getPullRequests().stream()
                .filter(linked -> linked.getMergedAt() != null)
                .map(StoryPullRequest::getRepository)
                .filter(name -> !name.equalsIgnoreCase(merge.getRepository()) && !name.equalsIgnoreCase(repository))
                .distinct()
                .sorted()
                .toList();
        return new MergedFeedback(
                story.getNumber(),
                story.getHtmlUrl(),
                story.getTitle(),
                story.getAuthor(),
                firstResponse == null
                        ? null
                        : Duration.between(story.getOpenedAt(), firstResponse).toSeconds(),
                merge.getRepository(),
                merge.getNumber(),
                WebLinks.pullRequest(story.getHtmlUrl(), merge.getRepository(), merge.getNumber()),
                merge.getAuthor(),
                merge.getAuthorship(),
                latency,
                further);
    }

    private static Excerpt<WaitingItem> items(Excerpt<Wait> waits, Instant asOf) {
        return new Excerpt<>(
                waits.total(),
                waits.shown().stream().map(wait -> item(wait, asOf)).toList());
    }

    private static WaitingItem item(Wait wait, Instant asOf) {
        ItemView item = wait.item();
        return new WaitingItem(
                item.kind(),
                item.number(),
                item.htmlUrl(),
                item.title(),
                item.author().isEmpty() ? null : item.author(),
                item.authorIsNewcomer(),
                item.authorIsReturning(),
                item.authorIsMaintainer(),
                item.openedAt(),
                wait.since(),
                Duration.between(wait.since(), asOf).toSeconds());
    }

    private Excerpt<String> newcomers() {
        List<String> logins = reader.contributors(repository, week).stream()
                .filter(Contributor::newcomer)
                .map(Contributor::login)
                .toList();
        return Excerpt.of(logins, MOST_NEWCOMERS);
    }

    private DiversitySpan diversity(int weeks) {
        WeekRange range = WeekRange.trailing(week, weeks);
        ContributorDiversityWeek row = reader.diversityOver(repository, range);
        String nobody = "nobody contributed in these weeks";
        long n = row.getContributions();
        return new DiversitySpan(
                weeks,
                summary.historyComplete() || startsBefore(range.first()),
                n,
                row.getContributors(),
                row.getNewcomers(),
                Figure.orUnavailable(row.getEffectiveContributors(), n, nobody),
                Figure.orUnavailable(row.getAbsenceFactor(), n, nobody),
                Figure.orUnavailable(row.getTopShare(), n, nobody));
    }

    private boolean startsBefore(IsoWeek first) {
        @Nullable IsoWeek known = summary.firstWeek();
        return known != null && known.compareTo(first) < 0;
    }
}
