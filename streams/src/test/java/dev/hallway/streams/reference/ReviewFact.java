// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.FactKey;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds snapshots of a review. */
public final class ReviewFact extends Fact<ReviewFact, Review> {

    private final long id;
    private ReviewState state = ReviewState.APPROVED;
    private @Nullable String body;

    ReviewFact(String repository, long number, long id) {
        super(repository, number);
        this.id = id;
    }

    /** With this verdict; a pending one is not submitted yet. */
    public ReviewFact state(ReviewState value) {
        state = value;
        return this;
    }

    public ReviewFact body(@Nullable String text) {
        body = text;
        return this;
    }

    @Override
    public Review build() {
        @Nullable Instant submitted = state == ReviewState.PENDING ? null : time;
        return Review.newBuilder()
                .setRepository(repository)
                .setNumber(number)
                .setId(id)
                .setAuthor(author)
                .setAuthorAssociation(association)
                .setState(state)
                .setBody(body)
                .setSubmittedAt(submitted)
                .setSource(Source.REST)
                .setDeleted(deleted)
                .setObservedAt(observed())
                .build();
    }

    @Override
    ReviewFact self() {
        return this;
    }

    @Override
    FactKey key(Review snapshot) {
        return FactKey.of(snapshot);
    }
}
