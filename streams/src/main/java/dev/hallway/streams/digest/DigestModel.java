// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.comparison.WeekComparison;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.CompletenessNote;
import dev.hallway.streams.read.Inventory;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One repository's digest of one week, before it is written in any format. Text is as GitHub has it: renderers escape.
 *
 * @param repository {@code owner/repo} as GitHub writes it
 * @param htmlUrl its web page; empty if not known
 * @param week the week
 * @param definitionVersion version of the metric definitions
 * @param asOf moment of what waits: the end of the week, or where the data end if that is earlier
 * @param summary all of it in three sentences
 * @param people whom to talk to, ten at most, by reason
 * @param merged feedback that became a merge in the week, the best stories first
 * @param comparison the figures of the week beside those of the weeks before
 * @param waiting open items that waited for a first reply, drafts aside
 * @param waitingForReview open pull requests in which the author spoke last, drafts aside
 * @param waitingDrafts open drafts that waited for a first reply
 * @param newcomers the week's newcomers and what they did, in the order in which they came
 * @param diversity trailing 4, 12 and 52 weeks
 * @param organisations trailing 12 weeks
 * @param merging trailing 12 weeks
 * @param activity what happened in the week
 * @param firstResponses how soon the items that people opened in the week were answered, by kind
 * @param openItems what was open at the end of the week
 * @param ratios the week's flow ratios, each by its full name
 * @param openFeedback feedback that no merge had answered
 * @param botContributions what bots did in the week; in no other figure
 * @param completeness how complete the data are
 */
public record DigestModel(
        String repository,
        String htmlUrl,
        IsoWeek week,
        int definitionVersion,
        Instant asOf,
        Summary summary,
        List<PersonToTalkTo> people,
        Excerpt<MergedFeedback> merged,
        WeekComparison comparison,
        NewestWaits waiting,
        NewestWaits waitingForReview,
        NewestWaits waitingDrafts,
        Excerpt<Debut> newcomers,
        List<DiversitySpan> diversity,
        OrganisationSpan organisations,
        MergingSpan merging,
        Activity activity,
        List<FirstResponses> firstResponses,
        OpenItems openItems,
        List<Ratio> ratios,
        OpenFeedback openFeedback,
        Figure botContributions,
        Completeness completeness)
        implements Shortenable<DigestModel> {

    /** Gathers the digest from what the reader shows now; the repository must be held by the reader. */
    public static DigestModel of(CommunityReader reader, String repository, IsoWeek week) {
        return new DigestCollector(reader, repository, week).collect();
    }

    @Override
    public DigestModel shortenedTo(int most) {
        return new DigestModel(
                repository,
                htmlUrl,
                week,
                definitionVersion,
                asOf,
                summary,
                people,
                merged.shortenedTo(most),
                comparison,
                waiting.shortenedTo(most),
                waitingForReview.shortenedTo(most),
                waitingDrafts.shortenedTo(most),
                newcomers.shortenedTo(most),
                diversity,
                organisations,
                merging,
                activity,
                firstResponses,
                openItems,
                ratios,
                openFeedback,
                botContributions,
                completeness.shortenedTo(most));
    }

    /**
     * How complete the data are.
     *
     * @param syncedAt everything GitHub showed until then is in; null before the first complete cycle
     * @param weekComplete true if that reaches over the whole week
     * @param historyComplete true if every list has been read from the beginning
     * @param gaps what is known to be missing
     * @param inventory what became of every number of the repository; null if it is not known yet
     * @param note the same in words
     */
    public record Completeness(
            @Nullable Instant syncedAt,
            boolean weekComplete,
            boolean historyComplete,
            Excerpt<String> gaps,
            @Nullable Inventory inventory,
            CompletenessNote note) {

        Completeness shortenedTo(int most) {
            return new Completeness(syncedAt, weekComplete, historyComplete, gaps.shortenedTo(most), inventory, note);
        }
    }

    /**
     * An item whose author waits.
     *
     * @param kind issue or pull request
     * @param number its number
     * @param htmlUrl its web page
     * @param title untrusted text
     * @param author login; null for a deleted account
     * @param newcomer true if its author was new in the week of the opening
     * @param returning true if its author was back in the week of the opening, after 12 weeks without a contribution
     * @param maintainer true if a maintainer opened it
     * @param openedAt UTC
     * @param since since when its author waits, UTC
     * @param waitingSeconds seconds from then to the digest's {@code asOf}
     */
    public record WaitingItem(
            Kind kind,
            long number,
            String htmlUrl,
            String title,
            @Nullable String author,
            boolean newcomer,
            boolean returning,
            boolean maintainer,
            Instant openedAt,
            Instant since,
            long waitingSeconds) {}

    /**
     * How soon the items that people opened in the week were answered.
     *
     * @param kind issues or pull requests
     * @param median median seconds to the first response, of those that have one
     * @param unanswered how many have none yet
     */
    public record FirstResponses(Kind kind, Figure median, Figure unanswered) {}

    /**
     * What was open at the end of the week.
     *
     * @param issues how many issues
     * @param pullRequests how many pull requests
     */
    public record OpenItems(Figure issues, Figure pullRequests) {}

    /**
     * Diversity over the weeks that end with the digest's.
     *
     * @param weeks how many
     * @param whole true if the known history covers them all
     * @param contributions by known people
     * @param contributors distinct known people
     * @param newcomers people whose first contribution lies in these weeks
     * @param effectiveContributors Hill number of order 1
     * @param absenceFactor CHAOSS Contributor Absence Factor
     * @param topShare share of the person with the most contributions
     */
    public record DiversitySpan(
            int weeks,
            boolean whole,
            long contributions,
            long contributors,
            long newcomers,
            Figure effectiveContributors,
            Figure absenceFactor,
            Figure topShare) {}

    /**
     * One part beside its whole.
     *
     * @param name what is divided by what
     * @param part the part
     * @param whole the whole
     * @param value part / whole; may exceed 1 where the part is not within the whole
     */
    public record Ratio(String name, Figure part, Figure whole, Figure value) {}

    /**
     * Feedback that no merge had answered.
     *
     * @param asOf when: the end of the week, or where the data end if that is earlier
     * @param open how many were open
     * @param medianAge median age in seconds
     * @param p90Age 90th percentile of the age in seconds
     * @param oldestAge the greatest age in seconds
     * @param medianLatency Kaplan–Meier median of the feedback-to-merge latency in seconds, over the feedback opened in
     *     the trailing 52 weeks
     * @param observed how many issues that estimate takes in
     * @param merged how many of those a merge has answered
     */
    public record OpenFeedback(
            Instant asOf,
            long open,
            Figure medianAge,
            Figure p90Age,
            Figure oldestAge,
            Figure medianLatency,
            long observed,
            long merged) {}
}
