// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.store.ContributionWeeks.Kinds;
import dev.hallway.streams.store.FlowCounts;
import dev.hallway.streams.store.PersonAccounts;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Derives the figures of one week from all that happened in it: pure. */
public final class WeekDerivation {

    private final String repository;
    private final IsoWeek week;
    private final Classification classification;
    private final LongFunction<KnownAccount> accounts;
    private final Map<Long, Kinds> byAccount = new HashMap<>();
    private final ContributionTally contributions = new ContributionTally();
    private final OrganisationTally organisations;
    private final CohortTally cohort;
    private final MergingTally merging = new MergingTally();
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

    /**
     * Begins with a week in which nothing happened.
     *
     * @param repository {@code owner/repo} in any case
     * @param accounts what is known of the account of an id
     * @param people what a person did in the repository
     */
    public WeekDerivation(
            String repository,
            IsoWeek week,
            Classification classification,
            LongFunction<KnownAccount> accounts,
            LongFunction<PersonAccounts> people) {
        this.repository = repository;
        this.week = week;
        this.classification = classification;
        this.accounts = accounts;
        organisations = new OrganisationTally(classification.knowsHome());
        cohort = new CohortTally(week, people);
    }

    /**
     * Counts one event.
     *
     * @param id GitHub's id of the comment or review; the item's number for items
     */
    public void add(WeekEvent.Kind kind, long id, WeekEvent event) {
        Participant participant = participant(event.account(), event.association(), event.time());
        kind.contribution().ifPresent(contribution -> contributed(kind, contribution, id, event, participant));
        switch (kind) {
            case ISSUE_OPENED -> {
                issuesOpened++;
                addResponse(issueResponses, event, participant);
            }
            case PULL_REQUEST_OPENED -> {
                pullRequestsOpened++;
                addResponse(pullRequestResponses, event, participant);
            }
            case PULL_REQUEST_MERGED -> {
                pullRequestsMerged++;
                merging.add(
                        participant,
                        participant(event.merger(), AuthorAssociation.UNKNOWN, event.time()),
                        event.marked());
            }
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

    private void contributed(
            WeekEvent.Kind kind,
            CountedContribution.Kind contribution,
            long id,
            WeekEvent event,
            Participant participant) {
        byAccount.put(
                event.account(),
                byAccount.getOrDefault(event.account(), Kinds.NONE).and(kind));
        contributions.add(participant);
        organisations.add(participant);
        if (participant.isKnownPerson()) {
            cohort.add(participant.person(), new FirstContribution(contribution, id, event.time(), event.seconds()));
        }
    }

    private Participant participant(long account, AuthorAssociation association, Instant at) {
        return classification.participant(accounts.apply(account), repository, association, at);
    }

    /** How each account contributed. */
    public Map<Long, Kinds> contributors() {
        return byAccount;
    }

    /**
     * The figures, apart from the flow.
     *
     * @param name {@code owner/repo} as GitHub writes it
     * @param latest week of the latest contribution by anybody; null if none was known before
     */
    public WeekRow row(String name, @Nullable IsoWeek latest) {
        boolean contributed = contributions.isAny();
        return new WeekRow(
                feedbackLatency(name),
                contributed ? contributions.row(name, week, cohort.newcomers()) : null,
                responsiveness(name),
                contributed ? organisations.row(name, week) : null,
                merging.isAny() ? merging.row(name, week) : null,
                cohort.row(name, latest).orElse(null));
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

    private @Nullable FeedbackLatencyWeek feedbackLatency(String name) {
        if (latencies.count() == 0 && issuesClosed == 0) {
            return null;
        }
        return FeedbackLatencyWeek.newBuilder()
                .setRepository(name)
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

    private @Nullable ResponsivenessWeek responsiveness(String name) {
        if (issueResponses.opened() == 0 && pullRequestResponses.opened() == 0) {
            return null;
        }
        return ResponsivenessWeek.newBuilder()
                .setRepository(name)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setIssues(issueResponses.cohort())
                .setPullRequests(pullRequestResponses.cohort())
                .build();
    }
}
