// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.ingest.graphql.BatchSize;
import dev.hallway.ingest.graphql.ReviewStateReader;
import dev.hallway.ingest.graphql.ReviewStates;
import dev.hallway.ingest.numbers.Fingerprints;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the reviews of pull requests with those of the last sweep: an approval need not move anything else.
 *
 * <p>Many are looked at with one question, and only for whether something changed. Only an answer replaces a hash, so what
 * GraphQL does not tell is compared by the next sweep. Without GraphQL it would take a request for each, and none is looked
 * at.
 */
final class ReviewSweep implements Walk {

    private static final int MOST_FAILURES_IN_A_ROW = 2;

    private final Optional<ReviewStateReader> reader;
    private final String repository;
    private final BatchSize size = new BatchSize();
    private final Set<Long> waiting = new LinkedHashSet<>();
    private final Map<Long, Long> hashes = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private int failuresInARow;

    /**
     * A comparison of which the pull requests are still to be named.
     *
     * @param reader empty if GraphQL cannot be asked
     */
    ReviewSweep(Optional<ReviewStateReader> reader, String repository) {
        this.reader = reader;
        this.repository = repository;
    }

    /** Has a pull request looked at, of which the last sweep knew this hash; null if none. */
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
            return new Step.Stopped(
                    "GitHub no longer accepts " + unauthorized.who() + " (401 " + unauthorized.message() + ")");
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

    /** What the reviews of a pull request last looked like; null if nobody knows. */
    @Nullable
    Long hash(long pullRequest) {
        return hashes.get(pullRequest);
    }

    /** The pull requests whose reviews are to be read again. */
    Set<Long> changed() {
        return Set.copyOf(changed);
    }

    /** Those of which nothing was known are read once; where there are no reviews, there are none to miss. */
    private void compare(long pullRequest, ReviewStates.Reviews reviews) {
        long hash = Fingerprints.ofReviews(reviews.count(), reviews.states());
        Long known = hashes.put(pullRequest, hash);
        if (reviews.count() > 0 && (known == null || known != hash)) {
            changed.add(pullRequest);
        }
    }

    /** Some are more than GitHub manages; if the next are, too, it is not for what they are. */
    private Step skip(List<Long> asked) {
        asked.forEach(waiting::remove);
        return ++failuresInARow < MOST_FAILURES_IN_A_ROW ? new Step.Advanced() : new Step.CaughtUp();
    }
}
