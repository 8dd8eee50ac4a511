// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.FactKey;
import dev.hallway.github.Account;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds snapshots of a pull request. */
public final class PullRequestFact extends ItemFact<PullRequestFact, PullRequest> {

    private @Nullable Instant merged;
    private boolean draft;
    private String base = "main";
    private @Nullable List<String> closingReferences;
    private @Nullable Account mergedBy;
    private @Nullable Instant ready;

    PullRequestFact(String repository, long number) {
        super(repository, number);
    }

    /** Merged, and thereby closed, then. */
    public PullRequestFact mergedAt(String instant) {
        return mergedAt(Instant.parse(instant));
    }

    /** Merged, and thereby closed, then; null for not merged, which leaves closed what is closed. */
    public PullRequestFact mergedAt(@Nullable Instant instant) {
        merged = instant;
        return instant == null ? this : closedAt(instant);
    }

    public PullRequestFact draft(boolean value) {
        draft = value;
        return this;
    }

    /** The branch that it is to be merged into. */
    public PullRequestFact into(String branch) {
        base = branch;
        return this;
    }

    /** GitHub's own answer, as {@code owner/repo#number} in lower case; without any: it names none. */
    public PullRequestFact closingByGitHub(String... references) {
        return closingReferences(List.of(references));
    }

    /** GitHub's own answer; null if it was not asked. */
    public PullRequestFact closingReferences(@Nullable List<String> references) {
        closingReferences = references;
        return this;
    }

    /** Who merged it; only a snapshot with GitHub's own answer can tell. */
    public PullRequestFact mergedBy(@Nullable Account account) {
        mergedBy = account;
        return this;
    }

    /** When it was last marked ready for review; only a snapshot with GitHub's own answer can tell. */
    public PullRequestFact readyAt(@Nullable Instant instant) {
        ready = instant;
        return this;
    }

    @Override
    public PullRequestFact reopened() {
        merged = null;
        return super.reopened();
    }

    @Override
    public PullRequest build() {
        return PullRequest.newBuilder()
                .setRepository(repository)
                .setNumber(number)
                .setId(2_000_000 + number)
                .setHtmlUrl(htmlUrl("pull"))
                .setTitle(title)
                .setBody(body)
                .setState(state())
                .setAuthor(author)
                .setAuthorAssociation(association)
                .setLabels(labels)
                .setCreatedAt(time)
                .setUpdatedAt(updated())
                .setClosedAt(closed)
                .setMergedAt(merged)
                .setDraft(draft)
                .setBaseRef(base)
                .setMergedBy(mergedBy)
                .setClosingReferences(closingReferences)
                .setReadyForReviewAt(ready)
                .setSource(closingReferences == null ? Source.REST : Source.GRAPHQL)
                .setDeleted(deleted)
                .setObservedAt(observed())
                .build();
    }

    @Override
    PullRequestFact self() {
        return this;
    }

    @Override
    FactKey key(PullRequest snapshot) {
        return FactKey.of(snapshot);
    }
}
