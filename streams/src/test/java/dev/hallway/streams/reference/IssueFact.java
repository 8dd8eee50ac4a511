// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.FactKey;
import dev.hallway.github.Issue;
import dev.hallway.github.Source;
import dev.hallway.github.StateReason;
import org.jspecify.annotations.Nullable;

/** Builds snapshots of an issue. */
public final class IssueFact extends ItemFact<IssueFact, Issue> {

    private @Nullable StateReason reason;
    private int reactions;

    IssueFact(String repository, long number) {
        super(repository, number);
    }

    public IssueFact because(@Nullable StateReason value) {
        reason = value;
        return this;
    }

    public IssueFact reactions(int count) {
        reactions = count;
        return this;
    }

    @Override
    public Issue build() {
        return Issue.newBuilder()
                .setRepository(repository)
                .setNumber(number)
                .setId(1_000_000 + number)
                .setHtmlUrl(htmlUrl("issues"))
                .setTitle(title)
                .setBody(body)
                .setState(state())
                .setAuthor(author)
                .setAuthorAssociation(association)
                .setLabels(labels)
                .setCreatedAt(time)
                .setUpdatedAt(updated())
                .setClosedAt(closed)
                .setStateReason(reason)
                .setReactions(reactions)
                .setSource(Source.REST)
                .setDeleted(deleted)
                .setObservedAt(observed())
                .build();
    }

    @Override
    IssueFact self() {
        return this;
    }

    @Override
    FactKey key(Issue snapshot) {
        return FactKey.of(snapshot);
    }
}
