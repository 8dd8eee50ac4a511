// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import dev.hallway.ingest.report.LatestOutcomes;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Distinguishes failures that only a person can fix from those that the next poll may overcome. */
final class PermanentFailure {

    private PermanentFailure() {}

    /**
     * The reason to give up, if there is one: GitHub refuses the token, or has none of the repositories.
     *
     * <p>One of several that does not exist is logged, and requested again with the next poll, because it may be
     * created. So are all of one owner, if the task also reads those of others.
     */
    static Optional<String> because(LatestOutcomes latest) {
        List<RepositoryOutcome> outcomes = latest.outcomes();
        boolean refused = outcomes.stream().anyMatch(RepositoryOutcome.Unauthorized.class::isInstance);
        boolean nothing = latest.areOfAll() && outcomes.stream().allMatch(RepositoryOutcome.NotFound.class::isInstance);
        return refused || nothing
                ? Optional.of(outcomes.stream().map(RepositoryOutcome::line).collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
