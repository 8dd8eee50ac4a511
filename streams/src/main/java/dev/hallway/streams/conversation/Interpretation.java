// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.StateReason;
import dev.hallway.github.SubjectKind;
import dev.hallway.streams.conversation.Utterance.Status;
import dev.hallway.streams.fact.Author;
import dev.hallway.streams.fact.InvalidFactException;
import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Maintainers;
import dev.hallway.streams.fact.Reply;
import dev.hallway.streams.fact.Version;
import dev.hallway.streams.read.ItemView.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What GitHub's snapshots mean: pure, without state. */
final class Interpretation {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Interpretation() {}

    static Snapshot item(Issue issue) {
        ItemFacts facts = new ItemFacts(
                Kind.ISSUE,
                issue.getRepository(),
                issue.getNumber(),
                issue.getHtmlUrl(),
                issue.getTitle(),
                Author.of(issue.getAuthor()),
                Maintainers.wrote(issue.getAuthorAssociation()),
                List.copyOf(issue.getLabels()),
                plausible(issue.getCreatedAt()),
                plausibleOrNull(issue.getClosedAt()),
                null,
                false,
                reason(issue.getStateReason()),
                issue.getReactions(),
                List.of());
        return new Snapshot(new Version(issue.getUpdatedAt(), issue.getObservedAt()), issue.getDeleted(), facts, null);
    }

    static Snapshot item(PullRequest pull) {
        ItemFacts facts = new ItemFacts(
                Kind.PULL_REQUEST,
                pull.getRepository(),
                pull.getNumber(),
                pull.getHtmlUrl(),
                pull.getTitle(),
                Author.of(pull.getAuthor()),
                Maintainers.wrote(pull.getAuthorAssociation()),
                List.copyOf(pull.getLabels()),
                plausible(pull.getCreatedAt()),
                plausibleOrNull(pull.getClosedAt()),
                plausibleOrNull(pull.getMergedAt()),
                pull.getDraft(),
                null,
                0,
                PullRequestReferences.inText(pull));
        Version version = new Version(pull.getUpdatedAt(), pull.getObservedAt());
        return new Snapshot(version, pull.getDeleted(), facts, PullRequestReferences.told(pull, version));
    }

    static UtteranceKey key(Comment comment, String item) {
        return switch (comment.getKind()) {
            case ISSUE_COMMENT -> new UtteranceKey(item, Reply.Kind.ISSUE_COMMENT, 0, comment.getId());
            case REVIEW_COMMENT ->
                new UtteranceKey(item, Reply.Kind.REVIEW_COMMENT, orNone(comment.getReviewId()), comment.getId());
            case UNKNOWN ->
                throw new InvalidFactException("Comment " + comment.getId() + " of " + item
                        + " has the kind UNKNOWN; ISSUE_COMMENT or REVIEW_COMMENT is expected.");
        };
    }

    static Utterance utterance(Comment comment) {
        Instant writtenAt = plausibleOrNull(comment.getCreatedAt());
        return new Utterance(
                new Version(comment.getUpdatedAt(), comment.getObservedAt()),
                comment.getDeleted() || writtenAt == null ? Status.DELETED : Status.PUBLISHED,
                Author.of(comment.getAuthor()),
                Maintainers.wrote(comment.getAuthorAssociation()),
                writtenAt == null ? Instant.EPOCH : writtenAt,
                true,
                comment.getKind() == CommentKind.ISSUE_COMMENT && comment.getSubject() != SubjectKind.PULL_REQUEST);
    }

    static Utterance utterance(Review review) {
        Instant submittedAt = plausibleOrNull(review.getSubmittedAt());
        Status status = review.getDeleted()
                ? Status.DELETED
                : submittedAt == null || review.getState() == ReviewState.PENDING ? Status.PENDING : Status.PUBLISHED;
        boolean onlyWrapsComments = review.getState() == ReviewState.COMMENTED && isBlank(review.getBody());
        return new Utterance(
                Version.observed(review.getObservedAt()),
                status,
                Author.of(review.getAuthor()),
                Maintainers.wrote(review.getAuthorAssociation()),
                submittedAt == null ? Instant.EPOCH : submittedAt,
                !onlyWrapsComments,
                false);
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

    /** Refuses a record whose key is not that of the item it speaks of: it lies on the wrong task. */
    static void requireKey(@Nullable String key, String repository, long number) {
        ItemKey expected;
        try {
            expected = new ItemKey(repository, number);
        } catch (IllegalArgumentException notAnItem) {
            throw new InvalidFactException(
                    "'" + repository + "#" + number + "' names no item; owner/repo#number is expected.");
        }
        if (!expected.toString().equals(key)) {
            throw new InvalidFactException(
                    "The record key is '" + key + "' but the value speaks of '" + expected + "'; they must agree.");
        }
    }

    private static long orNone(@Nullable Long id) {
        return id == null ? 0 : id;
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
