// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import dev.hallway.contract.Topic.Owner;
import dev.hallway.contract.Topic.Partitioning;
import dev.hallway.github.Comment;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.Digest;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.NewcomersWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.health.Story;
import dev.hallway.people.ForgottenAccounts;
import dev.hallway.people.PeopleRegistry;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Every topic of Hallway that is a contract, declared once. */
public final class Topics {

    private static final String BY_ITEM = "owner/repo#number, lower case";
    private static final String BY_SOURCE = "; followed by |source, such as |graphql, if it was not read over REST";
    private static final String BY_SNAPSHOT_OF_ITEM = BY_ITEM + BY_SOURCE;
    private static final String BY_COMMENT =
            "owner/repo#number/comment/id or owner/repo#number/review-comment/id, lower case" + BY_SOURCE;
    private static final String BY_REVIEW = "owner/repo#number/review/id, lower case" + BY_SOURCE;
    private static final String BY_REPOSITORY = "owner/repo, lower case";
    private static final String BY_WEEK = "owner/repo|YYYY-Www, the repository in lower case";

    public static final Topic<String, Issue> ISSUES =
            facts("hallway.github.issues", BY_SNAPSHOT_OF_ITEM, Issue.class, "The latest snapshot of an issue.");

    public static final Topic<String, PullRequest> PULL_REQUESTS = facts(
            "hallway.github.pull-requests",
            BY_SNAPSHOT_OF_ITEM,
            PullRequest.class,
            "The latest snapshot of a pull request.");

    public static final Topic<String, Comment> COMMENTS = facts(
            "hallway.github.comments",
            BY_COMMENT,
            Comment.class,
            "The latest snapshot of an issue comment or review comment.");

    public static final Topic<String, Review> REVIEWS =
            facts("hallway.github.reviews", BY_REVIEW, Review.class, "The latest snapshot of a pull request review.");

    public static final Topic<String, Repository> REPOSITORIES = new Topic<>(
            "hallway.github.repositories",
            Owner.INGEST,
            BY_REPOSITORY,
            new Format.Text(),
            new Format.Avro<>(Repository.class),
            Partitioning.BY_REPOSITORY,
            Topic.LARGEST,
            "What a repository is and how completely Hallway knows it.");

    public static final Topic<String, IngestCursor> INGEST_CURSORS = new Topic<>(
            "hallway.ingest.cursors",
            Owner.INGEST,
            "host|owner/repo|stream, lower case",
            new Format.Text(),
            new Format.Avro<>(IngestCursor.class),
            Partitioning.SINGLE,
            Topic.LARGEST,
            "How far ingest has read one list of one repository.");

    public static final Topic<String, FeedbackLatencyWeek> FEEDBACK_LATENCY = metric(
            "hallway.metrics.feedback-latency",
            BY_WEEK,
            FeedbackLatencyWeek.class,
            "How long feedback waited for the merge that answered it, by week of the merge.");

    public static final Topic<String, ContributorDiversityWeek> CONTRIBUTOR_DIVERSITY = metric(
            "hallway.metrics.contributor-diversity",
            BY_WEEK,
            ContributorDiversityWeek.class,
            "How many people contributed in a week, and how evenly.");

    public static final Topic<String, ResponsivenessWeek> RESPONSIVENESS = metric(
            "hallway.metrics.responsiveness",
            BY_WEEK,
            ResponsivenessWeek.class,
            "How long items opened in a week waited for a first response.");

    public static final Topic<String, FlowWeek> FLOW =
            metric("hallway.metrics.flow", BY_WEEK, FlowWeek.class, "What was opened, closed and merged in a week.");

    public static final Topic<String, Story> STORIES = metric(
            "hallway.stories", BY_ITEM, Story.class, "A feedback issue from the request to the last merged answer.");

    public static final Topic<String, Digest> DIGESTS =
            metric("hallway.digests", BY_WEEK, Digest.class, "The weekly digest of a repository.");

    public static final Topic<String, OrganisationsWeek> ORGANISATIONS = metric(
            "hallway.metrics.organisations",
            BY_WEEK,
            OrganisationsWeek.class,
            "Which organisations the contributions of a week came from.");

    public static final Topic<String, MergingWeek> MERGING = metric(
            "hallway.metrics.merging",
            BY_WEEK,
            MergingWeek.class,
            "Who merged in a week, and what nobody had reviewed.");

    public static final Topic<String, NewcomersWeek> NEWCOMERS = metric(
            "hallway.metrics.newcomers", BY_WEEK, NewcomersWeek.class, "Who came in a week, and what became of them.");

    public static final Topic<String, PeopleRegistry> PEOPLE = new Topic<>(
            "hallway.people",
            Owner.STREAMS,
            "always people",
            new Format.Text(),
            new Format.Avro<>(PeopleRegistry.class),
            Partitioning.SINGLE,
            Topic.LARGEST_REGISTRY,
            "Who has which accounts, belongs to which organisation, and is a bot or a maintainer.");

    public static final Topic<String, ForgottenAccounts> FORGOTTEN = new Topic<>(
            "hallway.forgotten",
            Owner.STREAMS,
            "always forgotten",
            new Format.Text(),
            new Format.Avro<>(ForgottenAccounts.class),
            Partitioning.SINGLE,
            Topic.LARGEST,
            "Hashes of the accounts that were forgotten, so that they do not come back.");

    public static final Topic<byte[], byte[]> DEAD_LETTERS = new Topic<>(
            "hallway.dead-letters",
            Owner.STREAMS,
            "the key of the record that could not be read, as it came",
            new Format.Raw(),
            new Format.Raw(),
            Partitioning.SINGLE,
            Topic.LARGEST_AS_IT_CAME,
            "A record that could not be read or processed, as it came; headers __streams.errors.* say why and whence.");

    /** Topics that ingest writes and streams reads. */
    public static final List<Topic<String, ? extends SpecificRecord>> INPUTS =
            List.of(ISSUES, PULL_REQUESTS, COMMENTS, REVIEWS, REPOSITORIES);

    /** Topics that streams writes for downstream consumers. */
    public static final List<Topic<String, ? extends SpecificRecord>> OUTPUTS = List.of(
            FEEDBACK_LATENCY,
            CONTRIBUTOR_DIVERSITY,
            RESPONSIVENESS,
            FLOW,
            ORGANISATIONS,
            MERGING,
            NEWCOMERS,
            STORIES,
            DIGESTS);

    /** Every topic that has to exist before Hallway starts. */
    public static final List<Topic<?, ?>> ALL = List.of(
            ISSUES,
            PULL_REQUESTS,
            COMMENTS,
            REVIEWS,
            REPOSITORIES,
            INGEST_CURSORS,
            FEEDBACK_LATENCY,
            CONTRIBUTOR_DIVERSITY,
            RESPONSIVENESS,
            FLOW,
            ORGANISATIONS,
            MERGING,
            NEWCOMERS,
            STORIES,
            DIGESTS,
            PEOPLE,
            FORGOTTEN,
            DEAD_LETTERS);

    private Topics() {}

    private static <V extends SpecificRecord> Topic<String, V> facts(
            String name, String keyMeaning, Class<V> type, String meaning) {
        return new Topic<>(
                name,
                Owner.INGEST,
                keyMeaning,
                new Format.Text(),
                new Format.Avro<>(type),
                Partitioning.BY_REPOSITORY,
                Topic.LARGEST,
                meaning);
    }

    private static <V extends SpecificRecord> Topic<String, V> metric(
            String name, String keyMeaning, Class<V> type, String meaning) {
        return new Topic<>(
                name,
                Owner.STREAMS,
                keyMeaning,
                new Format.Text(),
                new Format.Avro<>(type),
                Partitioning.BY_REPOSITORY,
                Topic.LARGEST,
                meaning);
    }
}
