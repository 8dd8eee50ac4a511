// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.OrganisationsWeek;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations contributions came from, over the weeks that end with the digest's.
 *
 * @param weeks how many
 * @param contributions by known people
 * @param affiliatedContributions those of people who belonged to an organisation on that day
 * @param organisations distinct organisations with a contribution
 * @param effectiveOrganisations Hill number of order 1 of the affiliated contributions
 * @param topOrganisation the one with the most contributions; null if none is affiliated
 * @param topOrganisationShare its share of all contributions
 * @param elephantFactor CHAOSS Elephant Factor
 * @param outsideHomeShare share of the contributions from outside home
 */
public record OrganisationSpan(
        int weeks,
        long contributions,
        long affiliatedContributions,
        long organisations,
        Figure effectiveOrganisations,
        @Nullable String topOrganisation,
        Figure topOrganisationShare,
        Figure elephantFactor,
        Figure outsideHomeShare) {

    static OrganisationSpan of(int weeks, OrganisationsWeek row) {
        long n = row.getContributions();
        String none = n == 0 ? "nobody contributed in these weeks" : "the organisation of nobody is known";
        return new OrganisationSpan(
                weeks,
                n,
                row.getAffiliatedContributions(),
                row.getOrganisations(),
                Figure.orUnavailable(row.getEffectiveOrganisations(), row.getAffiliatedContributions(), none),
                row.getTopOrganisation(),
                Figure.orUnavailable(row.getTopOrganisationShare(), n, none),
                Figure.orUnavailable(
                        row.getElephantFactor(),
                        n,
                        row.getAffiliatedContributions() == 0
                                ? none
                                : "all organisations together made fewer than half of the contributions"),
                Figure.orUnavailable(
                        row.getOutsideHomeShare(), n, n == 0 ? none : "no organisation is said to be home"));
    }

    /** Contributions of people of whom no organisation is known. */
    public long unaffiliatedContributions() {
        return contributions - affiliatedContributions;
    }
}
