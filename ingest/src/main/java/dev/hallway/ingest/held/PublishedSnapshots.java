// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.ItemKey;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.page.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The latest published snapshots of items and comments. Ingest keeps no copy of them: this reads topics from the
 * beginning, and is only for rare cases.
 */
public final class PublishedSnapshots {

    private static final Comparator<Issue> ISSUE_AGE =
            Comparator.comparing(Issue::getUpdatedAt).thenComparing(Issue::getObservedAt);
    private static final Comparator<PullRequest> PULL_AGE =
            Comparator.comparing(PullRequest::getUpdatedAt).thenComparing(PullRequest::getObservedAt);

    private static final Comparator<Comment> COMMENT_AGE =
            Comparator.comparing(Comment::getUpdatedAt).thenComparing(Comment::getObservedAt);

    private final KnownState known;

    /** Those in the topics that the given state reads. */
    public PublishedSnapshots(KnownState known) {
        this.known = known;
    }

    /**
     * The last snapshots of items that GitHub no longer has, marked as deleted. They keep their time of change, so that
     * an item that returns is newer by the time it was observed.
     *
     * @param observedAt when GitHub no longer had them, by its own clock
     */
    public List<Snapshot> deleted(String repository, Collection<Long> numbers, Instant observedAt) {
        return numbers.isEmpty() ? List.of() : deleted(keys(repository, numbers), observedAt);
    }

    /**
     * The last snapshots of comments that GitHub no longer has, marked as deleted in the same way.
     *
     * @param items the items they belonged to
     * @param ids GitHub's ids of them
     */
    public List<Snapshot> deletedComments(
            String repository, CommentKind kind, Collection<Long> items, Set<Long> ids, Instant observedAt) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Comment> comments = new HashMap<>();
        known.forEachCommitted(Topics.COMMENTS, keys(repository, items), comment -> {
            if (comment.getKind() == kind && ids.contains(comment.getId())) {
                comments.merge(comment.getId(), comment, PublishedSnapshots::later);
            }
        });
        return comments.values().stream()
                .filter(comment -> !comment.getDeleted())
                .map(comment -> Snapshot.of(Comment.newBuilder(comment)
                        .setDeleted(true)
                        .setObservedAt(observedAt)
                        .build()))
                .toList();
    }

    /**
     * The last snapshots of reviews that GitHub no longer has, marked as deleted in the same way.
     *
     * @param idsByPullRequest GitHub's ids of them
     */
    public List<Snapshot> deletedReviews(String repository, Map<Long, Set<Long>> idsByPullRequest, Instant observedAt) {
        Map<Long, Review> reviews = new HashMap<>();
        known.forEachCommitted(Topics.REVIEWS, keys(repository, idsByPullRequest.keySet()), review -> {
            if (idsByPullRequest.getOrDefault(review.getNumber(), Set.of()).contains(review.getId())) {
                reviews.merge(review.getId(), review, PublishedSnapshots::later);
            }
        });
        return reviews.values().stream()
                .filter(review -> !review.getDeleted())
                .map(review -> Snapshot.of(Review.newBuilder(review)
                        .setDeleted(true)
                        .setObservedAt(observedAt)
                        .build()))
                .toList();
    }

    /** The reviews of a repository. */
    public HeldConversation reviews(String repository) {
        ConversationScan scan = new ConversationScan();
        known.forEachCommitted(Topics.REVIEWS, all(repository), scan::accept);
        return scan.held();
    }

    /** The issues of a repository. */
    public HeldItems issues(String repository) {
        HeldItems held = new HeldItems();
        known.forEachCommitted(Topics.ISSUES, all(repository), held::accept);
        return held;
    }

    /** The pull requests of a repository. */
    public HeldItems pullRequests(String repository) {
        HeldItems held = new HeldItems();
        known.forEachCommitted(Topics.PULL_REQUESTS, all(repository), held::accept);
        return held;
    }

    /** Which comments of a kind there are in a repository. */
    public HeldConversation comments(String repository, CommentKind kind) {
        return scan(kind, all(repository)).held();
    }

    /** How many comments of a kind each item of a repository has. */
    public CommentCounts commentCounts(String repository, CommentKind kind) {
        return scan(kind, all(repository)).counts();
    }

    /** Which comments of a kind some items have. */
    public HeldConversation comments(String repository, CommentKind kind, Collection<Long> items) {
        return scan(kind, keys(repository, items)).held();
    }

    private ConversationScan scan(CommentKind kind, Predicate<String> keys) {
        ConversationScan scan = new ConversationScan();
        known.forEachCommitted(Topics.COMMENTS, keys, comment -> {
            if (comment.getKind() == kind) {
                scan.accept(comment);
            }
        });
        return scan;
    }

    /**
     * The same of everything in a repository.
     *
     * @param repository canonical name, in any case
     */
    public List<Snapshot> allDeleted(String repository, Instant observedAt) {
        return deleted(all(repository), observedAt);
    }

    private List<Snapshot> deleted(Predicate<String> keys, Instant observedAt) {
        Map<Long, Issue> issues = new HashMap<>();
        known.forEachCommitted(
                Topics.ISSUES, keys, issue -> issues.merge(issue.getNumber(), issue, PublishedSnapshots::later));
        Map<Long, PullRequest> pulls = new HashMap<>();
        known.forEachCommitted(
                Topics.PULL_REQUESTS, keys, pull -> pulls.merge(pull.getNumber(), pull, PublishedSnapshots::later));
        return Stream.concat(
                        issues.values().stream()
                                .filter(issue -> !issue.getDeleted())
                                .map(issue -> Snapshot.of(Issue.newBuilder(issue)
                                        .setDeleted(true)
                                        .setObservedAt(observedAt)
                                        .build())),
                        pulls.values().stream()
                                .filter(pull -> !pull.getDeleted())
                                .map(pull -> Snapshot.of(PullRequest.newBuilder(pull)
                                        .setDeleted(true)
                                        .setObservedAt(observedAt)
                                        .build())))
                .toList();
    }

    /** The inventory of a repository that was read before inventories were kept. */
    public NumberInventory numbers(String repository) {
        NumberInventory inventory = new NumberInventory(null);
        known.forEachCommitted(Topics.ISSUES, all(repository), inventory::publish);
        known.forEachCommitted(Topics.PULL_REQUESTS, all(repository), inventory::publish);
        return inventory;
    }

    private static Predicate<String> all(String repository) {
        String prefix = repository.toLowerCase(Locale.ROOT) + "#";
        return key -> key.startsWith(prefix);
    }

    private static Predicate<String> keys(String repository, Collection<Long> items) {
        Set<String> wanted = items.stream()
                .map(number -> new ItemKey(repository, number).toString())
                .collect(Collectors.toUnmodifiableSet());
        return key -> wanted.contains(FactKey.itemOf(key));
    }

    private static Issue later(Issue one, Issue other) {
        return ISSUE_AGE.compare(one, other) > 0 ? one : other;
    }

    private static Comment later(Comment one, Comment other) {
        return COMMENT_AGE.compare(one, other) > 0 ? one : other;
    }

    private static Review later(Review one, Review other) {
        return one.getObservedAt().isAfter(other.getObservedAt()) ? one : other;
    }

    private static PullRequest later(PullRequest one, PullRequest other) {
        return PULL_AGE.compare(one, other) > 0 ? one : other;
    }
}
