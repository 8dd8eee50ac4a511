// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reconcile;

import dev.hallway.ingest.graphql.BatchSize;
import dev.hallway.ingest.graphql.ReviewStateReader;
import dev.hallway.ingest.graphql.ReviewStates;
import dev.hallway.ingest.numbers.Fingerprints;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the reviews of pull requests with those of the last sweep: an approval may leave everything else unchanged.
 *
 * <p>One query covers many, and only asks whether something changed. Only an answer replaces a hash, so what GraphQL
 * does not answer is compared by the next sweep. Without GraphQL it would take a request for each, so none is compared.
 */
public final class ReviewSweep implements Walk {

    private static final int MOST_FAILURES_IN_A_ROW = 2;

    private final Optional<ReviewStateReader> reader;
    private final String repository;
    private final BatchSize size = new BatchSize();
    private final Set<Long> waiting = new LinkedHashSet<>();
    private final Map<Long, Long> hashes = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private int failuresInARow;

    /**
     * A comparison without any pull requests yet.
     *
     * @param reader empty if GraphQL cannot be asked
     */
    public ReviewSweep(Optional<ReviewStateReader> reader, String repository) {
        this.reader = reader;
        this.repository = repository;
    }

    /** Adds a pull request to compare, with its hash of the last sweep; null if it had none. */
    void add(long pullRequest, @Nullable Long known) {
        waiting.add(pullRequest);
        if (known != null) {
            hashes.put(pullRequest, known);
        }
    }

    @Override
    public Step step() throws InterruptedException {
        if (reader.isEmpty() || waiting.isEmpty()) {
            return new Step.CaughtUp();
        }
        List<Long> asked = waiting.stream().limit(size.current()).toList();
        ReviewStates answer = reader.get().read(repository, asked);
        if (answer instanceof ReviewStates.Unauthorized unauthorized) {
            return UnusableAnswers.refused(unauthorized.who(), unauthorized.message());
        }
        if (answer instanceof ReviewStates.TooLarge) {
            return size.gaveUp(asked.size()) ? new Step.Advanced() : skip(asked);
        }
        if (answer instanceof ReviewStates.Answered answered) {
            size.answered();
            failuresInARow = 0;
            answered.of().forEach(this::compare);
            asked.forEach(waiting::remove);
            return new Step.Advanced();
        }
        return new Step.CaughtUp();
    }

    /** The hash of a pull request's reviews as last seen; null if unknown. */
    @Nullable
    Long hash(long pullRequest) {
        return hashes.get(pullRequest);
    }

    /** The pull requests whose reviews are to be read again. */
    Set<Long> changed() {
        return Set.copyOf(changed);
    }

    /** Those without a hash are read once, unless they have no reviews. */
    private void compare(long pullRequest, ReviewStates.Reviews reviews) {
        long hash = Fingerprints.ofReviews(reviews.count(), reviews.states());
        Long known = hashes.put(pullRequest, hash);
        if (reviews.count() > 0 && (known == null || known != hash)) {
            changed.add(pullRequest);
        }
    }

    /** Some are too large for GitHub; if the next ones fail, too, their size is not the reason. */
    private Step skip(List<Long> asked) {
        asked.forEach(waiting::remove);
        return ++failuresInARow < MOST_FAILURES_IN_A_ROW ? new Step.Advanced() : new Step.CaughtUp();
    }
}
