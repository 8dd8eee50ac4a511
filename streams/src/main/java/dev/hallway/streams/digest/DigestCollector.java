// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.Story;
import dev.hallway.health.StoryPullRequest;
import dev.hallway.streams.digest.DigestModel.Completeness;
import dev.hallway.streams.digest.DigestModel.DiversitySpan;
import dev.hallway.streams.digest.DigestModel.MergedFeedback;
import dev.hallway.streams.digest.DigestModel.Ratio;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        Map<Measure, Figure> thisWeek = WeekFigures.of(reader, summary, week);
        FirstReplyQueue queue = new FirstReplyQueue(MOST_WAITING);
        Instant asOf = dataEndInWeek();
        OpenFeedbackTally openFeedback = new OpenFeedbackTally(week, asOf);
        reader.forEachItem(repository, item -> {
            openFeedback.offer(item);
            if (FirstReplyQueue.waitsAt(asOf, item)) {
                queue.add(item);
            }
        });
        return new DigestModel(
                repository,
                summary.htmlUrl(),
                week,
                Definitions.VERSION,
                completeness(),
                asOf,
                changes(thisWeek, WeekFigures.of(reader, summary, week.previous())),
                merged(),
                waiting(queue.longestFirst(), asOf),
                newcomers(),
                Stream.of(4, 12, 52).map(this::diversity).toList(),
                ratios(thisWeek),
                openFeedback.result(),
                botContributions(thisWeek));
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

    private static List<Change> changes(Map<Measure, Figure> thisWeek, Map<Measure, Figure> lastWeek) {
        return Arrays.stream(Measure.values())
                .map(measure -> Change.between(measure, known(thisWeek, measure), known(lastWeek, measure)))
                .sorted(Change.WORST_FIRST)
                .toList();
    }

    private static Figure known(Map<Measure, Figure> figures, Measure measure) {
        Figure figure = figures.get(measure);
        if (figure == null) {
            throw new IllegalStateException("The measure " + measure + " has no figure.");
        }
        return figure;
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

    private static Excerpt<WaitingItem> waiting(Excerpt<ItemView> queue, Instant asOf) {
        return new Excerpt<>(
                queue.total(),
                queue.shown().stream().map(item -> waitingItem(item, asOf)).toList());
    }

    private static WaitingItem waitingItem(ItemView item, Instant asOf) {
        return new WaitingItem(
                item.kind(),
                item.number(),
                item.htmlUrl(),
                item.title(),
                item.author().isEmpty() ? null : item.author(),
                item.authorIsNewcomer(),
                item.draft(),
                item.openedAt(),
                Duration.between(item.openedAt(), asOf).toSeconds());
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

    private List<Ratio> ratios(Map<Measure, Figure> thisWeek) {
        Figure issuesOpened = known(thisWeek, Measure.ISSUES_OPENED);
        Figure issuesClosed = known(thisWeek, Measure.ISSUES_CLOSED);
        Figure merged = known(thisWeek, Measure.PULL_REQUESTS_MERGED);
        Figure finished = sum(merged, known(thisWeek, Measure.PULL_REQUESTS_CLOSED_UNMERGED));
        Figure linked = WeekFigures.first(reader.flow(repository, new WeekRange(week, week)))
                .map(row -> Figure.of((double) row.getIssuesClosedLinked()))
                .orElse(issuesClosed);
        return List.of(
                ratio("Issues closed in the week / issues opened in the week", issuesClosed, issuesOpened),
                ratio(
                        "Change Request Acceptance Ratio (CHAOSS): pull requests merged / (merged + closed unmerged)",
                        merged,
                        finished),
                ratio("Coverage: issues closed in the week with a linked merge / issues closed", linked, issuesClosed));
    }

    private static Figure sum(Figure a, Figure b) {
        return a instanceof Figure.Known first && b instanceof Figure.Known second
                ? Figure.of(first.value() + second.value())
                : a;
    }

    private static Ratio ratio(String name, Figure part, Figure whole) {
        Figure value = part instanceof Figure.Known known && whole instanceof Figure.Known all
                ? Figure.share(Math.round(known.value()), Math.round(all.value()), "there were none to divide by")
                : whole;
        return new Ratio(name, part, whole, value);
    }

    private Figure botContributions(Map<Measure, Figure> thisWeek) {
        return WeekFigures.first(reader.contributorDiversity(repository, new WeekRange(week, week)))
                .map(row -> Figure.of((double) row.getBotContributions()))
                .orElseGet(() -> whenNobodyContributed(thisWeek));
    }

    /** Without a row nobody contributed, bots included: none, or as unknown as the people. */
    private static Figure whenNobodyContributed(Map<Measure, Figure> thisWeek) {
        return known(thisWeek, Measure.CONTRIBUTORS);
    }
}
