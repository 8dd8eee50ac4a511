// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import dev.hallway.ingest.report.LatestOutcomes;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what only a person can mend from what the next poll may. */
final class PermanentFailure {

    private PermanentFailure() {}

    /**
     * Why to give up, if there is nothing to go on for: GitHub refuses the token, or has none of the repositories.
     *
     * <p>One of several that does not exist is logged, and asked for again with the next poll: it may be created. So are
     * all of one owner, if the task reads those of others, too.
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
