// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;

/**
 * How much a registry says.
 *
 * @param people entries
 * @param accounts those of all entries: of each as many as it has logins or ids, whichever are more, since a login and an id
 *     are mostly of the same account
 * @param organisations different ones that people belong to
 * @param spans of people in organisations
 * @param bots accounts that the registry makes bots of: of entries, and those added to the list
 */
public record PeopleSummary(long people, long accounts, long organisations, long spans, long bots) {

    /** Counts. */
    public static PeopleSummary of(PeopleRegistry registry) {
        return new PeopleSummary(
                registry.getPeople().size(),
                registry.getPeople().stream().mapToLong(PeopleSummary::accounts).sum(),
                registry.getPeople().stream()
                        .flatMap(person -> person.getAffiliations().stream())
                        .map(Affiliation::getOrganisation)
                        .distinct()
                        .count(),
                registry.getPeople().stream()
                        .mapToLong(person -> person.getAffiliations().size())
                        .sum(),
                registry.getAddedBots().size()
                        + registry.getPeople().stream()
                                .filter(person -> Boolean.TRUE.equals(person.getBot()))
                                .mapToLong(PeopleSummary::accounts)
                                .sum());
    }

    /** All of it, as "2 people, 3 accounts, 1 organisation, 2 spans, 0 bots". */
    public String sentence() {
        return people() + " " + (people == 1 ? "person" : "people") + ", " + counted(accounts, "account") + ", "
                + counted(organisations, "organisation") + ", " + counted(spans, "span") + ", " + counted(bots, "bot");
    }

    /** The gist, as "41 people, 3 organisations". */
    public String gist() {
        return people() + " " + (people == 1 ? "person" : "people") + ", " + counted(organisations, "organisation");
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static long accounts(Person person) {
        return Math.max(person.getLogins().size(), person.getIds().size());
    }
}
