// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.access.EnvironmentAccess;
import dev.hallway.ingest.diagnosis.AccessDiagnosis;
import dev.hallway.ingest.diagnosis.Budget;
import dev.hallway.ingest.diagnosis.Diagnosis;
import dev.hallway.ingest.github.QuotaReserve;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether GitHub answers each of the configured identities, and what is left of their quotas. */
final class GitHubCheck {

    private static final String SUBJECT = "GitHub";

    private GitHubCheck() {}

    /**
     * A finding for each identity.
     *
     * @param environment holds the credentials
     * @param reserve percent of the quotas that are never spent
     */
    static List<Finding> run(URI githubUrl, Map<String, String> environment, int reserve) {
        try {
            Access access = EnvironmentAccess.read(environment, new QuotaReserve(reserve));
            return new AccessDiagnosis(githubUrl, access, Clock.systemUTC())
                    .run().stream().map(found -> finding(found, access)).toList();
        } catch (IllegalArgumentException wrong) {
            return List.of(Finding.bad(SUBJECT, String.valueOf(wrong.getMessage())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of(Finding.bad(SUBJECT, "interrupted"));
        }
    }

    private static Finding finding(Diagnosis found, Access access) {
        if (found instanceof Diagnosis.Refused refused) {
            return Finding.bad(SUBJECT, printable(refused.who() + ": " + refused.problem() + "."));
        }
        if (found instanceof Diagnosis.Noted noted) {
            return Finding.good(SUBJECT, printable(noted.who() + ": " + noted.note() + "."));
        }
        Diagnosis.Heard heard = (Diagnosis.Heard) found;
        QuotaReserve reserve = access.reserve();
        String what = heard.who() + ": " + words("requests", heard.requests(), reserve)
                + (access.authenticated()
                        ? "; GraphQL: " + words("points", heard.points(), reserve)
                        : "; with GITHUB_TOKEN set there are more, and GitHub's own closing references");
        boolean spent = heard.requests().filter(left -> left.isSpent(reserve)).isPresent()
                || (access.authenticated()
                        && heard.points().filter(left -> left.isSpent(reserve)).isPresent());
        return spent
                ? Finding.bad(SUBJECT, printable(what + ". Wait until then, or lower --quota-reserve."))
                : Finding.good(SUBJECT, printable(what));
    }

    private static String words(String unit, Optional<Budget> budget, QuotaReserve reserve) {
        return budget.map(left -> String.format(
                        Locale.ROOT,
                        "%,d of %,d %s left until %s, %,d of them reserved",
                        left.remaining(),
                        left.limit(),
                        unit,
                        left.renewedAt(),
                        reserve.of(left.limit())))
                .orElse("GitHub reports no limit");
    }

    /** What GitHub says must not add lines of its own. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
