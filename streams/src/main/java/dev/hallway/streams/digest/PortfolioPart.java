// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.comparison.ComparedFigure;
import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.comparison.WeekComparison;
import dev.hallway.streams.comparison.WeekComparison.Nothing;
import dev.hallway.streams.comparison.WeekComparison.WeeksBefore;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the digest of several repositories takes from one of them: plain values, so that one instance can tell another.
 *
 * @param repository {@code owner/repo} as GitHub writes it
 * @param htmlUrl its web page; empty if not known
 * @param known how completely it is known
 * @param counts what happened in the week
 * @param contributors the week's contributors, by GitHub's numeric user id or a negative number for somebody in the registry
 * @param people whom to talk to, the first of each reason
 * @param merged the best stories
 * @param changes what changed
 * @param waits how many wait
 * @param newcomers the first newcomers and what they did
 */
public record PortfolioPart(
        String repository,
        String htmlUrl,
        Known known,
        Counts counts,
        Excerpt<Long> contributors,
        List<PersonToTalkTo> people,
        Excerpt<MergedFeedback> merged,
        Changes changes,
        Waits waits,
        Excerpt<Debut> newcomers) {

    // So many people of a week are told apart in several repositories.
    private static final int MOST_CONTRIBUTORS = 2_000;

    /** Gathers what the reader shows now; the repository must be held by the reader. */
    public static PortfolioPart of(CommunityReader reader, String repository, IsoWeek week) {
        DigestCollector.Gathered gathered = new DigestCollector(reader, repository, week).gather();
        DigestModel model = gathered.model();
        List<Long> contributors =
                gathered.contributors().stream().map(Contributor::id).toList();
        return new PortfolioPart(
                model.repository(),
                model.htmlUrl(),
                new Known(
                        model.completeness().syncedAt(),
                        model.completeness().weekComplete(),
                        model.completeness().historyComplete(),
                        model.completeness().note().complete(),
                        model.completeness().note().words()),
                Counts.of(model.activity(), model.botContributions()),
                Excerpt.of(contributors, MOST_CONTRIBUTORS),
                gathered.candidates(),
                model.merged(),
                Changes.of(model.comparison()),
                new Waits(
                        model.waiting().total(),
                        model.waitingForReview().total(),
                        model.waitingDrafts().total()),
                model.newcomers());
    }

    /**
     * How completely a repository is known.
     *
     * @param syncedAt everything GitHub showed until then is in; null before the first complete cycle
     * @param weekComplete true if that reaches over the whole week
     * @param historyComplete true if every list has been read from the beginning
     * @param complete true if nothing is known to be missing
     * @param words the same in words
     */
    public record Known(
            @Nullable Instant syncedAt, boolean weekComplete, boolean historyComplete, boolean complete, String words) {

        /** True if nothing is missing of the week nor of what came before it. */
        boolean whole() {
            return weekComplete && historyComplete && complete;
        }
    }

    /**
     * What happened in a week.
     *
     * @param unknown why that is not known; null if it is
     * @param contributions contributions of known people
     * @param contributors how many people made them
     * @param newcomers how many of those contributed for the first time
     * @param issuesOpened issues opened
     * @param issuesClosed issues closed
     * @param pullRequestsOpened pull requests opened
     * @param pullRequestsMerged pull requests merged
     * @param feedbackAnswered feedback issues answered by a merge
     * @param botContributions contributions of bots, in no other count
     */
    public record Counts(
            @Nullable String unknown,
            long contributions,
            long contributors,
            long newcomers,
            long issuesOpened,
            long issuesClosed,
            long pullRequestsOpened,
            long pullRequestsMerged,
            long feedbackAnswered,
            long botContributions) {

        static Counts of(Activity activity, Figure bots) {
            return new Counts(
                    activity.contributions() instanceof Figure.Unavailable why ? why.unavailable() : null,
                    Activities.count(activity.contributions()),
                    Activities.count(activity.contributors()),
                    Activities.count(activity.newcomers()),
                    Activities.count(activity.issuesOpened()),
                    Activities.count(activity.issuesClosed()),
                    Activities.count(activity.pullRequestsOpened()),
                    Activities.count(activity.pullRequestsMerged()),
                    Activities.count(activity.feedbackAnswered()),
                    Activities.count(bots));
        }
    }

    /**
     * What changed in a repository.
     *
     * @param notCompared why nothing was compared; null if it was
     * @param weeks with how many weeks before the figures were compared
     * @param compared how many figures were compared
     * @param changed those that changed, the least probable by chance first
     */
    public record Changes(@Nullable String notCompared, int weeks, int compared, List<Change> changed) {

        static Changes of(WeekComparison comparison) {
            int weeks = comparison.basis() instanceof WeeksBefore basis ? basis.count() : 0;
            return new Changes(
                    comparison.basis() instanceof Nothing basis ? basis.reason() : null,
                    weeks,
                    comparison.compared().size(),
                    Summary.changes(comparison).stream()
                            .map(changed -> Change.of(changed, weeks))
                            .toList());
        }
    }

    /**
     * A figure that changed.
     *
     * @param figure which
     * @param now the figure in words
     * @param before what the weeks before show, in words
     * @param direction on which side of them it lies, in words
     */
    public record Change(ComparedFigure figure, String now, String before, String direction) {

        static Change of(Compared changed, int weeks) {
            return new Change(
                    changed.figure(),
                    ChangeWords.figure(changed),
                    ChangeWords.before(changed, weeks),
                    ChangeWords.direction(changed));
        }
    }

    /**
     * How many wait.
     *
     * @param firstReply for a first reply, drafts aside
     * @param review for a review
     * @param drafts drafts without a reply
     */
    public record Waits(long firstReply, long review, long drafts) {

        static final Waits NONE = new Waits(0, 0, 0);

        Waits and(Waits other) {
            return new Waits(firstReply + other.firstReply, review + other.review, drafts + other.drafts);
        }

        long all() {
            return firstReply + review + drafts;
        }
    }
}
