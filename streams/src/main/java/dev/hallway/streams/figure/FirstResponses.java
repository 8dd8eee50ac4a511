// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.store.Outcome.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds who answered an item first, and who took part in it, from all that was written in it: pure, in any order.
 *
 * <p>CHAOSS: Time to First Response. Of the same second, an issue comment comes before a review, a review before a review
 * comment, then the lower id.
 */
final class FirstResponses {

    private static final Comparator<Candidate> ORDER = Comparator.comparingLong(
                    (Candidate candidate) -> candidate.at().getEpochSecond())
            .thenComparingInt(candidate -> rank(candidate.kind()))
            .thenComparingLong(Candidate::id);

    private final Participant opener;
    private final Instant openedAt;
    private final Map<Long, Boolean> wroteAsMaintainer = new HashMap<>();
    private @Nullable Candidate first;
    private @Nullable Candidate firstByMaintainer;
    private @Nullable Candidate firstReview;

    FirstResponses(Participant opener, Instant openedAt) {
        this.opener = opener;
        this.openedAt = openedAt;
        note(opener);
    }

    /** Takes in something that everybody can see. */
    void add(CountedContribution.Kind kind, long id, Instant at, Participant author) {
        note(author);
        if (!author.canRespondTo(opener) || at.isBefore(openedAt)) {
            return;
        }
        Candidate candidate = new Candidate(at, kind, id, author.maintainer());
        first = earlier(first, candidate);
        if (author.maintainer()) {
            firstByMaintainer = earlier(firstByMaintainer, candidate);
        }
        if (kind != CountedContribution.Kind.ISSUE_COMMENT) {
            firstReview = earlier(firstReview, candidate);
        }
    }

    /** The first response by another human; null while waiting. */
    @Nullable
    Response first() {
        return response(first);
    }

    /** The first response by a maintainer; null while waiting. */
    @Nullable
    Response firstByMaintainer() {
        return response(firstByMaintainer);
    }

    /** When the first review or review comment by another human became visible; null if there is none. */
    @Nullable
    Instant firstReviewAt() {
        return firstReview == null ? null : firstReview.at();
    }

    /** Distinct people who wrote in the item, the opener included, and never as a maintainer. */
    long participants() {
        return wroteAsMaintainer.values().stream()
                .filter(maintainer -> !maintainer)
                .count();
    }

    private void note(Participant author) {
        if (author.isKnownPerson()) {
            wroteAsMaintainer.merge(author.person(), author.maintainer(), Boolean::logicalOr);
        }
    }

    private static Candidate earlier(@Nullable Candidate known, Candidate other) {
        return known == null || ORDER.compare(other, known) < 0 ? other : known;
    }

    private static @Nullable Response response(@Nullable Candidate candidate) {
        return candidate == null ? null : new Response(candidate.at(), candidate.maintainer());
    }

    private static int rank(CountedContribution.Kind kind) {
        return switch (kind) {
            case ISSUE_COMMENT -> 0;
            case REVIEW -> 1;
            case REVIEW_COMMENT -> 2;
            case ISSUE_OPENED, PULL_REQUEST_OPENED, PULL_REQUEST_MERGED ->
                throw new IllegalArgumentException(kind + " is no response");
        };
    }

    private record Candidate(Instant at, CountedContribution.Kind kind, long id, boolean maintainer) {}
}
