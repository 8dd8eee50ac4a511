// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something said on an item that others can see: an issue comment, a submitted review, or a visible review comment. */
record Utterance(ItemKey item, Kind kind, long id, Person author, boolean byMaintainer, Instant at, boolean wrapper) {

    /** In the order in which they are taken when they fall on the same second. */
    enum Kind {
        ISSUE_COMMENT,
        REVIEW,
        REVIEW_COMMENT
    }

    static final Comparator<Utterance> ORDER =
            Comparator.comparing(Utterance::at).thenComparing(Utterance::kind).thenComparing(Utterance::id);

    static List<Utterance> all(FinalFacts facts) {
        Maintainers maintainers = Maintainers.of(facts);
        List<Utterance> all = new ArrayList<>();
        for (Comment comment : facts.comments()) {
            Optional<Instant> visible = visibleAt(comment, facts.reviews());
            visible.ifPresent(at -> all.add(of(comment, at, maintainers)));
        }
        for (Review review : facts.reviews()) {
            if (isSubmitted(review)) {
                all.add(of(review, maintainers));
            }
        }
        return all;
    }

    private static Utterance of(Comment comment, Instant at, Maintainers maintainers) {
        Person author = Person.of(comment.getAuthor());
        return new Utterance(
                FinalFacts.key(comment),
                comment.getKind() == CommentKind.ISSUE_COMMENT ? Kind.ISSUE_COMMENT : Kind.REVIEW_COMMENT,
                comment.getId(),
                author,
                maintainers.isMaintainers(FinalFacts.key(comment), author, comment.getAuthorAssociation(), at),
                at,
                false);
    }

    private static Utterance of(Review review, Maintainers maintainers) {
        Person author = Person.of(review.getAuthor());
        Instant at = review.getSubmittedAt();
        return new Utterance(
                FinalFacts.key(review),
                Kind.REVIEW,
                review.getId(),
                author,
                maintainers.isMaintainers(FinalFacts.key(review), author, review.getAuthorAssociation(), at),
                at,
                review.getState() == ReviewState.COMMENTED && isBlank(review.getBody()));
    }

    private static Optional<Instant> visibleAt(Comment comment, List<Review> reviews) {
        if (comment.getKind() == CommentKind.UNKNOWN || comment.getCreatedAt() == null) {
            return Optional.empty();
        }
        Optional<Review> review = reviews.stream()
                .filter(candidate -> comment.getKind() == CommentKind.REVIEW_COMMENT
                        && Long.valueOf(candidate.getId()).equals(comment.getReviewId())
                        && FinalFacts.key(candidate).equals(FinalFacts.key(comment)))
                .findFirst();
        if (review.isEmpty()) {
            return Optional.of(comment.getCreatedAt());
        }
        return review.filter(Utterance::isSubmitted)
                .map(Review::getSubmittedAt)
                .map(submitted -> submitted.isAfter(comment.getCreatedAt()) ? submitted : comment.getCreatedAt());
    }

    private static boolean isSubmitted(Review review) {
        return review.getState() != ReviewState.PENDING && review.getSubmittedAt() != null;
    }

    private static boolean isBlank(@Nullable String body) {
        return body == null || body.isBlank();
    }
}
