// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import dev.hallway.connect.config.GitHubSourceConfig;
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
                ? Optional.of(report.outcomes().stream().map(Hopeless::line).collect(Collectors.joining(" ")))
                : Optional.empty();
    }

    /** One line for people, with the connector's own words for what to do. */
    static String line(RepositoryOutcome outcome) {
        if (outcome instanceof RepositoryOutcome.Unauthorized refused) {
            return "GitHub refused access to " + refused.requestedName() + " (401 " + refused.message()
                    + "): put a valid token into " + GitHubSourceConfig.TOKENS + ".";
        }
        if (outcome instanceof RepositoryOutcome.NotFound missing) {
            return "Repository " + missing.requestedName() + " does not exist"
                    + (missing.withToken()
                            ? ", or the token of its task may not see it."
                            : ", or is private: put a token that may see it into " + GitHubSourceConfig.TOKENS + ".");
        }
        return outcome.line();
    }
}
