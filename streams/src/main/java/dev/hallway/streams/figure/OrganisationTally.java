// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.health.OrganisationsWeek;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.people.Participant.Affiliation;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.week.IsoWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts contributions of known people by organisation, in one week or over several. */
public final class OrganisationTally {

    private final boolean homeKnown;
    // By name, so that the first of several largest ones is the first by code points.
    private final Map<String, Long> organisations = new TreeMap<>(OrganisationTally::compareCodePoints);
    private final Set<Long> fromHome = new HashSet<>();
    private final Set<Long> fromOutside = new HashSet<>();
    private long contributions;
    private long affiliated;
    private long outside;

    /**
     * Of nothing yet.
     *
     * @param homeKnown true if it is known which organisations are home
     */
    public OrganisationTally(boolean homeKnown) {
        this.homeKnown = homeKnown;
    }

    /** Counts one contribution; that of a bot or of somebody unknown counts nowhere. */
    public void add(Participant participant) {
        if (!participant.isKnownPerson()) {
            return;
        }
        contributions++;
        Affiliation affiliation = participant.affiliation();
        if (affiliation != null) {
            affiliated++;
            organisations.merge(affiliation.organisation(), 1L, Long::sum);
        }
        if (affiliation != null && affiliation.home()) {
            fromHome.add(participant.person());
        } else {
            outside++;
            fromOutside.add(participant.person());
        }
    }

    /** Counts all that another one counted. */
    public void addAll(OrganisationTally other) {
        other.organisations.forEach((organisation, count) -> organisations.merge(organisation, count, Long::sum));
        fromHome.addAll(other.fromHome);
        fromOutside.addAll(other.fromOutside);
        contributions += other.contributions;
        affiliated += other.affiliated;
        outside += other.outside;
    }

    /** The row of a week, or of several that end with it. */
    public OrganisationsWeek row(String repository, IsoWeek week) {
        OrganisationsWeek.Builder row = OrganisationsWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setContributions(contributions)
                .setAffiliatedContributions(affiliated)
                .setOrganisations(organisations.size());
        if (affiliated > 0) {
            Map.Entry<String, Long> top = top();
            row.setEffectiveOrganisations(Evenness.of(organisations.values()).effective())
                    .setTopOrganisation(top.getKey())
                    .setTopOrganisationShare(Evenness.share(top.getValue(), contributions))
                    .setElephantFactor(elephantFactor(organisations.values(), contributions));
        }
        if (homeKnown) {
            row.setOutsideHomeContributions(outside)
                    .setOutsideHomeShare(contributions == 0 ? null : Evenness.share(outside, contributions))
                    .setOutsideHomeContributors(fromOutside.stream()
                            .filter(person -> !fromHome.contains(person))
                            .count());
        }
        return row.build();
    }

    private Map.Entry<String, Long> top() {
        Map.Entry<String, Long> top = Map.entry("", 0L);
        for (Map.Entry<String, Long> organisation : organisations.entrySet()) {
            top = organisation.getValue() > top.getValue() ? organisation : top;
        }
        return top;
    }

    private static @Nullable Long elephantFactor(Collection<Long> counts, long total) {
        long reached = 0;
        long taken = 0;
        for (long count : counts.stream().sorted(Comparator.reverseOrder()).toList()) {
            reached += count;
            taken++;
            if (2 * reached >= total) {
                return taken;
            }
        }
        return null;
    }

    private static int compareCodePoints(String one, String other) {
        int[] ones = one.codePoints().toArray();
        int[] others = other.codePoints().toArray();
        return Arrays.compare(ones, others);
    }
}
