// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what only a person can mend from what the next cycle may. */
final class Hopeless {

    private Hopeless() {}

    /**
     * Why to give up, if there is nothing to go on for: GitHub refuses the token, or has none of the repositories.
     *
     * <p>One of several that does not exist is logged, and asked for again in the next cycle: it may be created.
     */
    static Optional<String> because(CycleReport report) {
        boolean refused = report.outcomes().stream().anyMatch(RepositoryOutcome.Unauthorized.class::isInstance);
        boolean nothing = report.outcomes().stream().allMatch(RepositoryOutcome.NotFound.class::isInstance);
        return refused || nothing
                ? Optional.of(
                        report.outcomes().stream().map(RepositoryOutcome::line).collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
