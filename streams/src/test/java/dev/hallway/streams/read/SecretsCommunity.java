// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.health.Authorship;
import dev.hallway.health.Evidence;
import dev.hallway.health.Facet;
import dev.hallway.health.Story;
import dev.hallway.health.StoryPullRequest;
import dev.hallway.health.StoryState;
import dev.hallway.streams.read.Contributor.Deed;
import dev.hallway.streams.read.Contributor.Deeds;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;

/** A small community around the request for an API to read secrets; the people's names are made up. */
public final class SecretsCommunity {

    public static final String NAME = "Dapr/dapr";
    public static final IsoWeek LAST_WEEK = IsoWeek.parse("2020-W07");
    public static final IsoWeek WEEK = IsoWeek.parse("2020-W08");
    public static final Instant SYNCED = Instant.parse("2020-02-26T08:00:00Z");

    private static final Instant ASKED = Instant.parse("2020-02-12T16:20:00Z");
    private static final Instant REPLIED = Instant.parse("2020-02-12T20:20:00Z");
    private static final Instant OFFERED = Instant.parse("2020-02-18T09:00:00Z");
    private static final Instant WAITS_SINCE = Instant.parse("2020-02-19T08:00:00Z");
    private static final Instant MERGED = Instant.parse("2020-02-21T19:50:00Z");

    private SecretsCommunity() {}

    public static RepositorySummary summary() {
        return new RepositorySummary(
                NAME,
                "https://github.com/dapr/dapr",
                SYNCED,
                true,
                List.of("3 review comments of deleted pull requests are not known."),
                new Inventory(1_060, 1_049, 1, 2, 7, 1, List.of(813L), 0, 3, SYNCED, null, 4, 1, 0, 6, 0, null),
                LAST_WEEK,
                WEEK);
    }

    public static InMemoryCommunity community() {
        return emptyCommunity()
                .with(request())
                .with(answer())
                .with(waiting())
                .with(ofABot())
                .with(story(1034, StoryState.MERGED))
                .with(Rows.latency(NAME, LAST_WEEK).setIssuesClosed(2).build())
                .with(Rows.latency(NAME, WEEK)
                        .setCount(1)
                        .setP50Seconds(790_200L)
                        .setP90Seconds(790_200L)
                        .setMeanSeconds(790_200L)
                        .setIssuesClosed(2)
                        .setIssuesClosedLinked(1)
                        .setCommunityAuthored(1)
                        .build())
                .with(Rows.responsiveness(NAME, LAST_WEEK, Rows.cohort(1, 1, 14_400L), Rows.cohort(0, 0, null)))
                .with(Rows.responsiveness(NAME, WEEK, Rows.cohort(1, 0, null), Rows.cohort(1, 1, 3_600L)))
                .with(Rows.flow(NAME, LAST_WEEK)
                        .setIssuesOpened(4)
                        .setIssuesClosed(2)
                        .setOpenIssuesAtEnd(2)
                        .build())
                .with(Rows.flow(NAME, WEEK)
                        .setIssuesOpened(1)
                        .setIssuesClosed(2)
                        .setIssuesClosedLinked(1)
                        .setPullRequestsOpened(1)
                        .setPullRequestsMerged(1)
                        .setOpenIssuesAtEnd(3)
                        .build())
                .with(diversity(LAST_WEEK, 12, 4, 3.5))
                .with(diversity(WEEK, 9, 3, 2.25))
                .with(
                        WEEK,
                        new Contributor(
                                "grace_h".hashCode(),
                                "grace_h",
                                5,
                                0,
                                LAST_WEEK,
                                false,
                                LAST_WEEK,
                                new Deeds(
                                        new Deed(CountedContribution.Kind.PULL_REQUEST_OPENED, 1059, OFFERED),
                                        new Deed(CountedContribution.Kind.PULL_REQUEST_OPENED, 1059, OFFERED),
                                        new Deed(CountedContribution.Kind.PULL_REQUEST_MERGED, 1059, MERGED),
                                        true)))
                .with(
                        WEEK,
                        new Contributor(
                                "linus-new".hashCode(),
                                "linus-new",
                                1,
                                0,
                                WEEK,
                                true,
                                null,
                                new Deeds(
                                        new Deed(CountedContribution.Kind.ISSUE_OPENED, 1060, WAITS_SINCE),
                                        null,
                                        null,
                                        false)));
    }

    public static InMemoryCommunity emptyCommunity() {
        return new InMemoryCommunity(summary());
    }

    private static ItemView request() {
        return Rows.item(NAME, 1034, Kind.ISSUE, ASKED)
                .title("API to read secrets <b>@everyone</b> #1")
                .author("ada")
                .closed(MERGED)
                .response(REPLIED, true)
                .answer(new Answer(NAME, 1059, MERGED, 790_200, true, false, Evidence.KEYWORD))
                .build();
    }

    private static ItemView answer() {
        return Rows.item(NAME, 1059, Kind.PULL_REQUEST, OFFERED)
                .title("Secrets API")
                .author("grace_h")
                .merged(MERGED)
                .response(Instant.parse("2020-02-18T10:00:00Z"), true)
                .references(
                        new Reference(NAME, 1034, Evidence.KEYWORD), new Reference("dapr/docs", 377, Evidence.MENTION))
                .build();
    }

    private static ItemView waiting() {
        return Rows.item(NAME, 1060, Kind.ISSUE, WAITS_SINCE)
                .title("Cannot start on Windows")
                .author("linus-new")
                .newcomer()
                .build();
    }

    private static ItemView ofABot() {
        return Rows.item(NAME, 1061, Kind.ISSUE, Instant.parse("2020-02-19T09:00:00Z"))
                .title("Weekly report")
                .author("reporter[bot]")
                .bot()
                .build();
    }

    public static Story story(long number, StoryState state) {
        return story(number, state, false);
    }

    public static Story story(long number, StoryState state, boolean selfAuthored) {
        return Story.newBuilder()
                .setRepository(NAME)
                .setNumber(number)
                .setDefinitionVersion(Definitions.VERSION)
                .setHtmlUrl("https://github.com/dapr/dapr/issues/1034")
                .setTitle("API to read secrets <b>@everyone</b> #1")
                .setAuthor("ada")
                .setAuthorIsMaintainer(false)
                .setOpenedAt(ASKED)
                .setClosedAt(MERGED)
                .setState(state)
                .setDemandPeople(3)
                .setReactions(2)
                .setFirstResponseAt(REPLIED)
                .setFirstMaintainerResponseAt(REPLIED)
                .setPullRequests(List.of(
                        pullRequest(NAME, 1059, Facet.CODE, Evidence.KEYWORD),
                        pullRequest("dapr/docs", 377, Facet.DOCS, Evidence.MENTION)))
                .setLinkedPullRequests(2)
                .setFirstMerge(pullRequest(NAME, 1059, Facet.CODE, Evidence.KEYWORD))
                .setLastMergeAt(MERGED)
                .setLatencySeconds(790_200L)
                .setSelfAuthored(selfAuthored)
                .build();
    }

    private static StoryPullRequest pullRequest(String repository, long number, Facet facet, Evidence evidence) {
        return StoryPullRequest.newBuilder()
                .setRepository(repository)
                .setNumber(number)
                .setTitle("Secrets API")
                .setAuthor("grace_h")
                .setAuthorship(Authorship.COMMUNITY)
                .setEvidence(evidence)
                .setFacet(facet)
                .setOpenedAt(OFFERED)
                .setMergedAt(MERGED)
                .setClosedAt(MERGED)
                .build();
    }

    private static dev.hallway.health.ContributorDiversityWeek diversity(
            IsoWeek week, long contributions, long contributors, double effective) {
        return Rows.diversity(NAME, week)
                .setContributions(contributions)
                .setContributors(contributors)
                .setNewcomers(1)
                .setCommunityContributions(contributions)
                .setCommunityContributors(contributors)
                .setShannon(1.0)
                .setEffectiveContributors(effective)
                .setSimpsonEffective(effective)
                .setAbsenceFactor(2L)
                .setTopShare(0.5)
                .setBotContributions(7)
                .build();
    }
}
