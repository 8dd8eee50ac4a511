// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.ItemKey;
import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.github.ItemState;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Source;
import dev.hallway.github.StateReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an issue or pull request to make its next snapshot.
 *
 * @param seed its texts
 * @param reference how a pull request's body refers to an issue, such as {@code Fixes #7}; empty for none
 * @param edits how often it was edited
 * @param lastReview id of its latest review; 0 if it has none
 */
record Item(
        boolean isPullRequest,
        long number,
        long seed,
        int author,
        Instant createdAt,
        String reference,
        @Nullable Instant closedAt,
        boolean merged,
        int edits,
        long lastReview) {

    private static final int IDS_A_NUMBER = 10_000_000;
    private static final int LABELS = 12;

    static Item opened(boolean isPullRequest, long number, long seed, int author, Instant at, String reference) {
        return new Item(isPullRequest, number, seed, author, at, reference, null, false, 0, 0);
    }

    Item closed(Instant at, boolean byMerge) {
        return new Item(isPullRequest, number, seed, author, createdAt, reference, at, byMerge, edits, lastReview);
    }

    Item reopened() {
        return new Item(isPullRequest, number, seed, author, createdAt, reference, null, false, edits, lastReview);
    }

    Item edited() {
        return new Item(
                isPullRequest, number, seed, author, createdAt, reference, closedAt, merged, edits + 1, lastReview);
    }

    Item reviewed(long review) {
        return new Item(isPullRequest, number, seed, author, createdAt, reference, closedAt, merged, edits, review);
    }

    /** The snapshot as the item stands at the given moment. */
    GeneratedEvent<?> snapshot(RepositoryName repository, Contributors people, Instant at) {
        return isPullRequest ? pullRequest(repository, people, at) : issue(repository, people, at);
    }

    GeneratedEvent<Issue> issue(RepositoryName repository, Contributors people, Instant at) {
        Issue issue = Issue.newBuilder()
                .setRepository(repository.name())
                .setNumber(number)
                .setId(repository.id() * IDS_A_NUMBER + number)
                .setHtmlUrl(repository.url() + "/issues/" + number)
                .setTitle(GeneratedTexts.title(seed))
                .setBody(body())
                .setState(closedAt == null ? ItemState.OPEN : ItemState.CLOSED)
                .setAuthor(people.account(author))
                .setAuthorAssociation(people.association(author))
                .setLabels(labels())
                .setCreatedAt(createdAt)
                .setUpdatedAt(at)
                .setClosedAt(closedAt)
                .setStateReason(closedAt == null ? null : StateReason.COMPLETED)
                .setReactions((int) (seed & 3))
                .setSource(Source.REST)
                .setObservedAt(at)
                .build();
        return new GeneratedEvent<>(Topics.ISSUES, FactKey.of(issue).toString(), issue, at);
    }

    private GeneratedEvent<PullRequest> pullRequest(RepositoryName repository, Contributors people, Instant at) {
        PullRequest pullRequest = PullRequest.newBuilder()
                .setRepository(repository.name())
                .setNumber(number)
                .setId(repository.id() * IDS_A_NUMBER + number)
                .setHtmlUrl(repository.url() + "/pull/" + number)
                .setTitle(GeneratedTexts.title(seed))
                .setBody(body())
                .setState(closedAt == null ? ItemState.OPEN : ItemState.CLOSED)
                .setAuthor(people.account(author))
                .setAuthorAssociation(people.association(author))
                .setLabels(labels())
                .setCreatedAt(createdAt)
                .setUpdatedAt(at)
                .setClosedAt(closedAt)
                .setMergedAt(merged ? closedAt : null)
                .setBaseRef("main")
                .setSource(Source.REST)
                .setObservedAt(at)
                .build();
        return new GeneratedEvent<>(
                Topics.PULL_REQUESTS, FactKey.of(pullRequest).toString(), pullRequest, at);
    }

    String key(RepositoryName repository) {
        return new ItemKey(repository.name(), number).toString();
    }

    private String body() {
        String text = GeneratedTexts.body(seed);
        String edited = edits == 0 ? text : text + "\n\nEdit " + edits;
        return reference.isEmpty() ? edited : reference + "\n\n" + edited;
    }

    private List<String> labels() {
        int label = Math.floorMod(seed, LABELS) + edits;
        return label < LABELS / 2 ? List.of("area/" + label, "needs-triage") : List.of();
    }
}
