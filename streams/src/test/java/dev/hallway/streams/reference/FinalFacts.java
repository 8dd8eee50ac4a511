// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is known in the end: the latest snapshot of everything that still exists, on items that still exist.
 *
 * @param issues issues
 * @param pullRequests pull requests
 * @param comments issue comments and review comments
 * @param reviews reviews
 * @param names where names of repositories lead
 * @param answers what GitHub last answered, of pull requests it was asked about
 * @param defaultBranches of repositories, by their names in lower case
 */
record FinalFacts(
        List<Issue> issues,
        List<PullRequest> pullRequests,
        List<Comment> comments,
        List<Review> reviews,
        CurrentNames names,
        Map<ItemKey, PullRequest> answers,
        Map<String, String> defaultBranches) {

    static FinalFacts of(Collection<? extends SpecificRecord> snapshots) {
        List<Issue> issues = latest(snapshots, Issue.class, FinalFacts::key, ISSUE_AGE, issue -> !issue.getDeleted());
        List<PullRequest> pullRequests =
                latest(snapshots, PullRequest.class, FinalFacts::key, PULL_REQUEST_AGE, pull -> !pull.getDeleted());
        Set<ItemKey> items = new HashSet<>();
        issues.forEach(issue -> items.add(key(issue)));
        pullRequests.forEach(pullRequest -> items.add(key(pullRequest)));
        List<Comment> comments = latest(
                snapshots,
                Comment.class,
                comment -> List.of(key(comment), comment.getKind(), comment.getId()),
                COMMENT_AGE,
                comment -> !comment.getDeleted() && items.contains(key(comment)));
        List<Review> reviews = latest(
                snapshots,
                Review.class,
                review -> List.of(key(review), review.getId()),
                Comparator.comparing(Review::getObservedAt),
                review -> !review.getDeleted() && items.contains(key(review)));
        CurrentAccounts accounts = CurrentAccounts.of(snapshots);
        List<Repository> repositories = latest(
                snapshots,
                Repository.class,
                repository -> repository.getFullName().toLowerCase(Locale.ROOT),
                Comparator.comparing(Repository::getObservedAt),
                repository -> !repository.getDeleted());
        return new FinalFacts(
                issues.stream().map(accounts::in).toList(),
                pullRequests.stream().map(accounts::in).toList(),
                comments.stream().map(accounts::in).toList(),
                reviews.stream().map(accounts::in).toList(),
                new CurrentNames(repositories),
                lastAnswers(snapshots, accounts),
                defaultBranches(snapshots));
    }

    private static Map<String, String> defaultBranches(Collection<? extends SpecificRecord> snapshots) {
        Map<String, String> branches = new HashMap<>();
        latest(
                        snapshots,
                        Repository.class,
                        repository -> repository.getFullName().toLowerCase(Locale.ROOT),
                        Comparator.comparing(Repository::getObservedAt),
                        repository -> true)
                .forEach(repository ->
                        branches.put(repository.getFullName().toLowerCase(Locale.ROOT), repository.getDefaultBranch()));
        return branches;
    }

    /** A snapshot without an answer of GitHub says only that it was not asked again. */
    private static Map<ItemKey, PullRequest> lastAnswers(
            Collection<? extends SpecificRecord> snapshots, CurrentAccounts accounts) {
        List<SpecificRecord> told = new ArrayList<>(snapshots);
        told.removeIf(snapshot -> !(snapshot instanceof PullRequest pull) || pull.getClosingReferences() == null);
        Map<ItemKey, PullRequest> answers = new HashMap<>();
        latest(told, PullRequest.class, FinalFacts::key, PULL_REQUEST_AGE, pull -> true)
                .forEach(pull -> answers.put(
                        key(pull),
                        PullRequest.newBuilder(pull)
                                .setMergedBy(accounts.merger(pull))
                                .build()));
        return answers;
    }

    static ItemKey key(Issue issue) {
        return new ItemKey(issue.getRepository(), issue.getNumber());
    }

    static ItemKey key(PullRequest pullRequest) {
        return new ItemKey(pullRequest.getRepository(), pullRequest.getNumber());
    }

    static ItemKey key(Comment comment) {
        return new ItemKey(comment.getRepository(), comment.getNumber());
    }

    static ItemKey key(Review review) {
        return new ItemKey(review.getRepository(), review.getNumber());
    }

    private static final Comparator<Issue> ISSUE_AGE = age(Issue::getUpdatedAt, Issue::getObservedAt);
    private static final Comparator<PullRequest> PULL_REQUEST_AGE =
            age(PullRequest::getUpdatedAt, PullRequest::getObservedAt);
    private static final Comparator<Comment> COMMENT_AGE = age(Comment::getUpdatedAt, Comment::getObservedAt);

    private static <T> Comparator<T> age(Function<T, Instant> updatedAt, Function<T, Instant> observedAt) {
        return Comparator.comparing(updatedAt).thenComparing(observedAt);
    }

    private static <T> List<T> latest(
            Collection<? extends SpecificRecord> snapshots,
            Class<T> type,
            Function<T, Object> identity,
            Comparator<T> age,
            Predicate<T> kept) {
        Map<Object, T> latest = new LinkedHashMap<>();
        snapshots.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .forEach(snapshot ->
                        latest.merge(identity.apply(snapshot), snapshot, (a, b) -> age.compare(a, b) >= 0 ? a : b));
        return latest.values().stream().filter(kept).toList();
    }
}
