// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.Facet;
import dev.hallway.health.Story;
import dev.hallway.health.StoryPullRequest;
import dev.hallway.streams.comparison.Comparisons;
import dev.hallway.streams.comparison.WeekComparison;
import dev.hallway.streams.digest.DigestModel.Completeness;
import dev.hallway.streams.digest.DigestModel.DiversitySpan;
import dev.hallway.streams.digest.DigestModel.WaitingItem;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.CompletenessNote;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.Contributor.Deed;
import dev.hallway.streams.read.Contributor.Deeds;
import dev.hallway.streams.read.CountedContribution;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a digest needs, in one pass over the items and one over the stories. */
final class DigestCollector {

    private static final int MOST_MERGED = 10;
    private static final int MOST_WAITING = 10;
    private static final int MOST_DRAFTS = 5;
    private static final int MOST_NEWCOMERS = 20;
    private static final int MOST_GAPS = 20;
    private static final int TRAILING_WEEKS = 12;

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

    /**
     * What was gathered.
     *
     * @param model the digest
     * @param candidates whom one could talk to, the first of each reason
     * @param contributors the week's contributors
     */
    record Gathered(DigestModel model, List<PersonToTalkTo> candidates, List<Contributor> contributors) {}

    DigestModel collect() {
        return gather().model();
    }

    Gathered gather() {
        WeekFigures figures = new WeekFigures(reader, summary, week);
        Instant asOf = dataEndInWeek();
        Candidates candidates = new Candidates(reader, repository, week, asOf);
        FirstWaits firstReply = FirstWaits.newest(MOST_WAITING);
        FirstWaits drafts = FirstWaits.newest(MOST_DRAFTS);
        FirstWaits review = FirstWaits.newest(MOST_WAITING);
        Waiting.Sorter waits = new Waiting.Sorter(
                reader,
                repository,
                asOf,
                new Waiting.Lists(
                        wait -> {
                            firstReply.add(wait);
                            candidates.waitsForFirstReply(wait);
                        },
                        drafts::add,
                        wait -> {
                            review.add(wait);
                            candidates.waitsForReview(wait);
                        }));
        OpenFeedbackTally openFeedback = new OpenFeedbackTally(week, asOf);
        reader.forEachItem(repository, item -> {
            openFeedback.offer(item);
            waits.offer(item);
        });
        List<Contributor> contributors = reader.contributors(repository, week);
        List<Story> stories = reader.storiesAnsweredIn(repository, week);
        candidates.contributed(contributors);
        candidates.answered(stories);
        WeekComparison comparison = Comparisons.ofWeek(reader, summary, week);
        Completeness completeness = completeness();
        Activity activity = figures.activity();
        DigestModel model = new DigestModel(
                repository,
                summary.htmlUrl(),
                week,
                Definitions.VERSION,
                asOf,
                Summary.of(activity, comparison, completeness),
                candidates.people().chosen(),
                merged(stories),
                comparison,
                newest(firstReply, asOf),
                newest(review, asOf),
                newest(drafts, asOf),
                newcomers(contributors),
                Stream.of(4, TRAILING_WEEKS, 52).map(this::diversity).toList(),
                OrganisationSpan.of(TRAILING_WEEKS, reader.organisationsOver(repository, trailing())),
                MergingSpan.of(TRAILING_WEEKS, reader.mergingOver(repository, trailing())),
                activity,
                figures.firstResponses(),
                figures.openItems(),
                figures.ratios(),
                openFeedback.result(),
                figures.botContributions(),
                completeness);
        return new Gathered(model, candidates.people().shortlisted(), contributors);
    }

    private WeekRange trailing() {
        return WeekRange.trailing(week, TRAILING_WEEKS);
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

    private Excerpt<MergedFeedback> merged(List<Story> stories) {
        List<MergedFeedback> found = new ArrayList<>();
        for (Story story : stories) {
            StoryPullRequest merge = story.getFirstMerge();
            Long latency = story.getLatencySeconds();
            if (merge != null && latency != null) {
                found.add(mergedFeedback(story, merge, latency));
            }
        }
        found.sort(MergedFeedback.BEST_FIRST);
        return Excerpt.of(found, MOST_MERGED);
    }

    private MergedFeedback mergedFeedback(Story story, StoryPullRequest merge, long latency) {
        Instant firstResponse = story.getFirstResponseAt();
        List<StoryPullRequest> merged = story.getPullRequests().stream()
                .filter(linked -> linked.getMergedAt() != null)
                .toList();
        List<Facet> facets = Stream.concat(Stream.of(merge), merged.stream())
                .map(StoryPullRequest::getFacet)
                .filter(facet -> facet != Facet.UNKNOWN)
                .distinct()
                .sorted()
                .toList();
        List<String> further = merged.stream()
                .map(StoryPullRequest::getRepository)
                .filter(name -> !name.equalsIgnoreCase(merge.getRepository()) && !name.equalsIgnoreCase(repository))
                .distinct()
                .sorted()
                .toList();
        return new MergedFeedback(
                repository,
                story.getNumber(),
                story.getHtmlUrl(),
                story.getTitle(),
                story.getAuthor(),
                story.getDemandPeople(),
                story.getReactions(),
                firstResponse == null
                        ? null
                        : Duration.between(story.getOpenedAt(), firstResponse).toSeconds(),
                merge.getRepository(),
                merge.getNumber(),
                WebLinks.pullRequest(story.getHtmlUrl(), merge.getRepository(), merge.getNumber()),
                merge.getAuthor(),
                merge.getAuthorship(),
                latency,
                facets,
                further);
    }

    private static NewestWaits newest(FirstWaits waits, Instant asOf) {
        return new NewestWaits(
                waits.total(),
                waits.inOrder().stream().map(wait -> item(wait, asOf)).toList(),
                waits.longestOfAll().map(wait -> item(wait, asOf)).orElse(null));
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

    private Excerpt<Debut> newcomers(List<Contributor> contributors) {
        List<Contributor> newcomers = contributors.stream()
                .filter(Contributor::newcomer)
                .sorted(Comparator.comparing((Contributor newcomer) -> came(newcomer.deeds()))
                        .thenComparing(Contributor::login))
                .toList();
        return new Excerpt<>(
                newcomers.size(),
                newcomers.stream().limit(MOST_NEWCOMERS).map(this::debut).toList());
    }

    private Instant came(Deeds deeds) {
        return Stream.of(Optional.ofNullable(deeds.first()), Optional.ofNullable(deeds.merge()))
                .flatMap(Optional::stream)
                .map(Deed::at)
                .findFirst()
                .orElse(week.end());
    }

    private Debut debut(Contributor newcomer) {
        Deeds deeds = newcomer.deeds();
        List<Debut.Step> steps = new ArrayList<>();
        step(deeds.first()).ifPresent(steps::add);
        if (deeds.pullRequest() != null && !deeds.pullRequest().equals(deeds.first())) {
            step(deeds.pullRequest()).ifPresent(steps::add);
        }
        step(deeds.merge()).ifPresent(steps::add);
        return new Debut(newcomer.login(), repository, List.copyOf(steps));
    }

    private Optional<Debut.Step> step(@Nullable Deed deed) {
        return Optional.ofNullable(deed).map(done -> reader.item(repository, done.number())
                .map(item -> new Debut.Step(done.kind(), item.kind(), item.number(), item.htmlUrl(), item.title()))
                .orElseGet(() -> new Debut.Step(
                        done.kind(),
                        done.kind() == CountedContribution.Kind.ISSUE_OPENED
                                ? ItemView.Kind.ISSUE
                                : ItemView.Kind.PULL_REQUEST,
                        done.number(),
                        "",
                        "")));
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
