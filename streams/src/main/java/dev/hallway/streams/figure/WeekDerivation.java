// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.store.FlowCounts;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.week.IsoWeek;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Derives the figures of one week from all that happened in it: pure. */
public final class WeekDerivation {

    private final ContributionTally contributions = new ContributionTally();
    private final ResponseTally issueResponses = new ResponseTally();
    private final ResponseTally pullRequestResponses = new ResponseTally();
    private final Percentiles latencies = new Percentiles();
    private long answeredByCommunity;
    private long issuesOpened;
    private long issuesClosed;
    private long issuesClosedLinked;
    private long pullRequestsOpened;
    private long pullRequestsMerged;
    private long pullRequestsClosed;

    /** Counts one event; who it was matters to contributions and to the items of bots. */
    public void add(WeekEvent.Kind kind, WeekEvent event, Participant participant) {
        if (kind.contribution().isPresent()) {
            contributions.add(participant);
        }
        switch (kind) {
            case ISSUE_OPENED -> {
                issuesOpened++;
                addResponse(issueResponses, event, participant);
            }
            case PULL_REQUEST_OPENED -> {
                pullRequestsOpened++;
                addResponse(pullRequestResponses, event, participant);
            }
            case PULL_REQUEST_MERGED -> pullRequestsMerged++;
            case ISSUE_CLOSED -> {
                issuesClosed++;
                issuesClosedLinked += event.marked() ? 1 : 0;
            }
            case PULL_REQUEST_CLOSED -> pullRequestsClosed++;
            case FEEDBACK_ANSWERED -> {
                latencies.add(event.seconds());
                answeredByCommunity += event.marked() ? 1 : 0;
            }
            case WITHDRAWN, ISSUE_COMMENT, REVIEW_COMMENT, REVIEW, REVIEW_WITHOUT_TEXT -> {
                // They are nothing but contributions, or not even that.
            }
        }
    }

    /**
     * The figures, apart from the flow.
     *
     * @param repository {@code owner/repo} as GitHub writes it
     * @param isNewcomer whether a person first contributed in this week
     */
    public WeekRow row(String repository, IsoWeek week, LongPredicate isNewcomer) {
        return new WeekRow(
                feedbackLatency(repository, week),
                contributions.row(repository, week, isNewcomer).orElse(null),
                responsiveness(repository, week));
    }

    /** What was opened, closed and merged. */
    public FlowCounts flow() {
        return new FlowCounts(
                issuesOpened,
                issuesClosed,
                issuesClosedLinked,
                pullRequestsOpened,
                pullRequestsMerged,
                pullRequestsClosed);
    }

    /** True if anything happened in the repository itself. */
    public boolean isEventful() {
        return contributions.isAny() || !flow().equals(FlowCounts.NONE);
    }

    private static void addResponse(ResponseTally responses, WeekEvent event, Participant author) {
        if (!author.isBot()) {
            responses.add(event.seconds());
        }
    }

    private @Nullable FeedbackLatencyWeek feedbackLatency(String repository, IsoWeek week) {
        if (latencies.count() == 0 && issuesClosed == 0) {
            return null;
        }
        return FeedbackLatencyWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setCount(latencies.count())
                .setP50Seconds(latencies.percentile(50))
                .setP90Seconds(latencies.percentile(90))
                .setMeanSeconds(latencies.mean())
                .setCommunityAuthored(answeredByCommunity)
                .setIssuesClosed(issuesClosed)
                .setIssuesClosedLinked(issuesClosedLinked)
                .build();
    }

    private @Nullable ResponsivenessWeek responsiveness(String repository, IsoWeek week) {
        if (issueResponses.opened() == 0 && pullRequestResponses.opened() == 0) {
            return null;
        }
        return ResponsivenessWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setIssues(issueResponses.cohort())
                .setPullRequests(pullRequestResponses.cohort())
                .build();
    }
}
