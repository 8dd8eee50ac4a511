// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.ItemKey;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.StateReason;
import dev.hallway.health.Facet;
import dev.hallway.streams.fact.CommentSnapshot.Status;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.ItemView.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads GitHub's snapshots into facts, or refuses them: pure, without state. */
public final class Interpretation {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Interpretation() {}

    /** What a snapshot of an issue says. */
    public static ItemSnapshot item(Issue issue) {
        return new ItemSnapshot(
                new SnapshotVersion(issue.getUpdatedAt(), issue.getObservedAt()),
                issue.getDeleted(),
                Kind.ISSUE,
                issue.getRepository(),
                issue.getNumber(),
                address(issue.getHtmlUrl()),
                Limits.excerpt(issue.getTitle(), Limits.TITLE),
                Actor.of(issue.getAuthor(), issue.getObservedAt()).id(),
                issue.getAuthorAssociation(),
                Facet.CODE,
                plausible(issue.getCreatedAt()),
                plausibleOrNull(issue.getClosedAt()),
                null,
                false,
                reason(issue.getStateReason()),
                issue.getReactions());
    }

    /** What a snapshot of a pull request says, apart from what it refers to. */
    public static ItemSnapshot item(PullRequest pull) {
        return new ItemSnapshot(
                version(pull),
                pull.getDeleted(),
                Kind.PULL_REQUEST,
                pull.getRepository(),
                pull.getNumber(),
                address(pull.getHtmlUrl()),
                Limits.excerpt(pull.getTitle(), Limits.TITLE),
                Actor.of(pull.getAuthor(), pull.getObservedAt()).id(),
                pull.getAuthorAssociation(),
                Facets.of(pull.getRepository(), pull.getLabels(), pull.getTitle()),
                plausible(pull.getCreatedAt()),
                plausibleOrNull(pull.getClosedAt()),
                plausibleOrNull(pull.getMergedAt()),
                pull.getDraft(),
                null,
                0);
    }

    /** What a snapshot of a pull request says that was made by asking for more than the lists show; else null. */
    public static @Nullable PullRequestDetails details(PullRequest pull) {
        if (pull.getClosingReferences() == null) {
            return null;
        }
        return new PullRequestDetails(
                version(pull),
                Actor.of(pull.getMergedBy(), pull.getObservedAt()).id(),
                plausibleOrNull(pull.getReadyForReviewAt()));
    }

    /** Which of the snapshots of a pull request it is. */
    public static SnapshotVersion version(PullRequest pull) {
        return new SnapshotVersion(pull.getUpdatedAt(), pull.getObservedAt());
    }

    /** What a snapshot of an issue comment or review comment says. */
    public static CommentSnapshot comment(Comment comment) {
        Instant writtenAt = plausibleOrNull(comment.getCreatedAt());
        return new CommentSnapshot(
                new SnapshotVersion(comment.getUpdatedAt(), comment.getObservedAt()),
                comment.getDeleted() || writtenAt == null ? Status.DELETED : Status.PUBLISHED,
                Actor.of(comment.getAuthor(), comment.getObservedAt()).id(),
                comment.getAuthorAssociation(),
                writtenAt == null ? Instant.EPOCH : writtenAt,
                true);
    }

    /** What a snapshot of a review says. */
    public static CommentSnapshot comment(Review review) {
        Instant submittedAt = plausibleOrNull(review.getSubmittedAt());
        Status status = review.getDeleted()
                ? Status.DELETED
                : submittedAt == null || review.getState() == ReviewState.PENDING ? Status.PENDING : Status.PUBLISHED;
        boolean onlyWrapsComments = review.getState() == ReviewState.COMMENTED && isBlank(review.getBody());
        return new CommentSnapshot(
                SnapshotVersion.observed(review.getObservedAt()),
                status,
                Actor.of(review.getAuthor(), review.getObservedAt()).id(),
                review.getAuthorAssociation(),
                submittedAt == null ? Instant.EPOCH : submittedAt,
                !onlyWrapsComments);
    }

    /** Which kind of contribution a comment is; refuses one that is neither of an item nor of code. */
    public static CountedContribution.Kind kind(Comment comment) {
        return switch (comment.getKind()) {
            case ISSUE_COMMENT -> CountedContribution.Kind.ISSUE_COMMENT;
            case REVIEW_COMMENT -> CountedContribution.Kind.REVIEW_COMMENT;
            case UNKNOWN ->
                throw new InvalidFactException("Comment " + comment.getId() + " of " + comment.getRepository() + "#"
                        + comment.getNumber()
                        + " has the kind UNKNOWN; ISSUE_COMMENT or REVIEW_COMMENT is expected.");
        };
    }

    /**
     * Refuses a record whose key is not that of the snapshot in it.
     *
     * @param expected the key of the snapshot, or {@link IllegalArgumentException} if it names no item
     * @return the issue or pull request it is about
     */
    public static ItemKey requireKey(@Nullable String key, String repository, long number, Supplier<FactKey> expected) {
        FactKey right;
        try {
            right = expected.get();
        } catch (IllegalArgumentException notAnItem) {
            throw new InvalidFactException("'" + Limits.excerpt(repository, Limits.REPOSITORY_NAME) + "#" + number
                    + "' names no item; owner/repo#number is expected.");
        }
        if (!right.toString().equals(key)) {
            throw anotherKey(key, right.toString());
        }
        requireName(repository);
        return right.item();
    }

    /** Refuses a description whose key is not that of the repository, or whose times cannot be. */
    public static void requireSound(@Nullable String key, Repository repository) {
        if (!repository.getFullName().toLowerCase(Locale.ROOT).equals(key)) {
            throw anotherKey(key, repository.getFullName());
        }
        requireName(repository.getFullName());
        plausible(repository.getObservedAt());
        plausibleOrNull(repository.getSyncedAt());
    }

    private static InvalidFactException anotherKey(@Nullable String key, String expected) {
        return new InvalidFactException("The record key is '" + (key == null ? "" : Limits.excerpt(key, Limits.GAP))
                + "' but the value speaks of '" + Limits.excerpt(expected, Limits.GAP) + "'; they must agree.");
    }

    private static void requireName(String repository) {
        if (!Limits.isRepositoryName(repository)) {
            throw new InvalidFactException("'" + Limits.excerpt(repository, Limits.REPOSITORY_NAME)
                    + "' is no name of a repository; owner/repo in letters, digits, '.', '_' and '-' is expected, of at most "
                    + Limits.REPOSITORY_NAME + " characters.");
        }
    }

    // Weeks are counted from these times; anything else is a slip of a unit or a zone, not a time on GitHub.
    private static Instant plausible(Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new InvalidFactException("The time " + time + " cannot be GitHub's; one between " + EARLIEST + " and "
                    + LATEST + " is expected.");
        }
        return time;
    }

    private static @Nullable Instant plausibleOrNull(@Nullable Instant time) {
        return time == null ? null : plausible(time);
    }

    private static String address(String htmlUrl) {
        requireShort("address of the web page", htmlUrl, Limits.ADDRESS);
        return htmlUrl;
    }

    private static void requireShort(String what, String text, int most) {
        if (text.length() > most) {
            throw new InvalidFactException(
                    "The " + what + " has " + text.length() + " characters; at most " + most + " are expected.");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String reason(@Nullable StateReason reason) {
        return reason == null || reason == StateReason.UNKNOWN
                ? null
                : reason.name().toLowerCase(Locale.ROOT);
    }
}
