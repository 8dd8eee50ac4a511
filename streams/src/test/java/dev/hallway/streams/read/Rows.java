// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for tests, with a value for everything a test does not care about. */
public final class Rows {

    private Rows() {}

    public static ContributorDiversityWeek.Builder diversity(String repository, IsoWeek week) {
        return ContributorDiversityWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setContributions(0)
                .setContributors(0)
                .setNewcomers(0)
                .setMaintainerContributions(0)
                .setCommunityContributions(0)
                .setCommunityContributors(0)
                .setUnknownContributions(0)
                .setBotContributions(0);
    }

    public static FlowWeek.Builder flow(String repository, IsoWeek week) {
        return FlowWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setIssuesOpened(0)
                .setIssuesClosed(0)
                .setIssuesClosedLinked(0)
                .setPullRequestsOpened(0)
                .setPullRequestsMerged(0)
                .setPullRequestsClosedUnmerged(0)
                .setOpenIssuesAtEnd(0)
                .setOpenPullRequestsAtEnd(0);
    }

    public static OrganisationsWeek.Builder organisations(String repository, IsoWeek week) {
        return OrganisationsWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setContributions(0)
                .setAffiliatedContributions(0)
                .setOrganisations(0);
    }

    public static MergingWeek.Builder merging(String repository, IsoWeek week) {
        return MergingWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setMerged(0)
                .setMergerKnown(0)
                .setMergedWithoutReview(0);
    }

    public static FeedbackLatencyWeek.Builder latency(String repository, IsoWeek week) {
        return FeedbackLatencyWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setCount(0)
                .setCommunityAuthored(0)
                .setIssuesClosed(0)
                .setIssuesClosedLinked(0);
    }

    public static ResponsivenessWeek responsiveness(
            String repository, IsoWeek week, ResponsivenessCohort issues, ResponsivenessCohort pullRequests) {
        return ResponsivenessWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setIssues(issues)
                .setPullRequests(pullRequests)
                .build();
    }

    public static ResponsivenessCohort cohort(long opened, long answered, @Nullable Long median) {
        return ResponsivenessCohort.newBuilder()
                .setOpened(opened)
                .setAnswered(answered)
                .setUnanswered(opened - answered)
                .setP50Seconds(median)
                .setP90Seconds(median)
                .setAnsweredWithin48Hours(answered)
                .build();
    }

    public static ItemBuilder item(String repository, long number, Kind kind, Instant openedAt) {
        return new ItemBuilder(repository, number, kind, openedAt);
    }

    /** An open item by a community member, unless told otherwise. */
    public static final class ItemBuilder {

        private final String repository;
        private final long number;
        private final Kind kind;
        private final Instant openedAt;
        private String title = "A title";
        private String author = "ada";
        private long person;
        private boolean bot;
        private boolean newcomer;
        private boolean returning;
        private boolean maintainer;
        private boolean draft;
        private Instant readyAt;
        private @Nullable Instant closedAt;
        private @Nullable Instant mergedAt;
        private ItemView.@Nullable Response response;
        private List<ItemView.Reference> references = List.of();
        private ItemView.@Nullable Answer answer;

        private ItemBuilder(String repository, long number, Kind kind, Instant openedAt) {
            this.repository = repository;
            this.number = number;
            this.kind = kind;
            this.openedAt = openedAt;
            readyAt = openedAt;
        }

        public ItemBuilder title(String value) {
            title = value;
            return this;
        }

        public ItemBuilder author(String value) {
            author = value;
            return this;
        }

        /** Who the author is; without it each login is a person. */
        public ItemBuilder person(long value) {
            person = value;
            return this;
        }

        public ItemBuilder bot() {
            bot = true;
            return this;
        }

        public ItemBuilder newcomer() {
            newcomer = true;
            return this;
        }

        public ItemBuilder returning() {
            returning = true;
            return this;
        }

        public ItemBuilder byMaintainer() {
            maintainer = true;
            return this;
        }

        public ItemBuilder draft() {
            draft = true;
            return this;
        }

        public ItemBuilder ready(Instant at) {
            readyAt = at;
            return this;
        }

        public ItemBuilder closed(Instant at) {
            closedAt = at;
            return this;
        }

        public ItemBuilder merged(Instant at) {
            closedAt = at;
            mergedAt = at;
            return this;
        }

        public ItemBuilder response(Instant at, boolean byMaintainer) {
            response = new ItemView.Response(at, at.getEpochSecond() - openedAt.getEpochSecond(), byMaintainer);
            return this;
        }

        public ItemBuilder references(ItemView.Reference... values) {
            references = List.of(values);
            return this;
        }

        public ItemBuilder answer(ItemView.Answer value) {
            answer = value;
            return this;
        }

        public ItemView build() {
            return new ItemView(
                    repository,
                    number,
                    kind,
                    "https://github.com/" + repository + (kind == Kind.ISSUE ? "/issues/" : "/pull/") + number,
                    title,
                    author,
                    person == 0 && !author.isEmpty() ? author.hashCode() : person,
                    bot,
                    maintainer,
                    newcomer,
                    returning,
                    openedAt,
                    closedAt,
                    mergedAt,
                    draft,
                    response,
                    response != null && response.byMaintainer() ? response : null,
                    references,
                    references.size(),
                    answer,
                    kind == Kind.ISSUE ? null : new PullRequestView(draft ? null : readyAt, null, null));
        }
    }
}
