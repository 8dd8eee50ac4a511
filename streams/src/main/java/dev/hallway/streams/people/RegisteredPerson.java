// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import dev.hallway.people.Affiliation;
import dev.hallway.people.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the registry.
 *
 * @param key who it is: a negative number that stays while the first login, or else the first id, does
 * @param login the login to show; empty if the registry has none
 * @param bot what it says of the accounts being bots
 * @param maintainer what it says of all repositories
 * @param maintainerOf {@code owner/repo} or {@code owner/*}, in lower case
 * @param affiliations organisations with their spans, which do not overlap
 * @param standing a number that is another one if the registry says another thing of what the person is; 0 if it says
 *     nothing of that
 * @param affiliated a number that is another one if the organisations are; 0 if there are none
 */
record RegisteredPerson(
        long key,
        String login,
        Said bot,
        Said maintainer,
        List<String> maintainerOf,
        List<Affiliation> affiliations,
        long standing,
        long affiliated) {

    private static final String ALL_OF_OWNER = "/*";

    /** What the registry says about something. */
    enum Said {
        YES,
        NO,
        NOTHING;

        static Said of(@Nullable Boolean said) {
            if (said == null) {
                return NOTHING;
            }
            return said ? YES : NO;
        }
    }

    RegisteredPerson {
        maintainerOf = List.copyOf(maintainerOf);
        affiliations = List.copyOf(affiliations);
    }

    /** Somebody as the contract says it; who has neither login nor id is nobody. */
    static RegisteredPerson of(Person person) {
        String identity = person.getLogins().isEmpty()
                ? "id " + person.getIds().get(0)
                : "login " + person.getLogins().get(0).toLowerCase(Locale.ROOT);
        return new RegisteredPerson(
                Fingerprints.of(identity) | Long.MIN_VALUE,
                person.getLogins().isEmpty() ? "" : person.getLogins().get(0),
                Said.of(person.getBot()),
                Said.of(person.getMaintainer()),
                person.getMaintainerOf(),
                person.getAffiliations(),
                standing(person),
                affiliated(person.getAffiliations()));
    }

    private static long standing(Person person) {
        boolean saysNothing = person.getBot() == null
                && person.getMaintainer() == null
                && person.getMaintainerOf().isEmpty();
        return saysNothing
                ? 0
                : Fingerprints.of(nobody().setBot(person.getBot())
                        .setMaintainer(person.getMaintainer())
                        .setMaintainerOf(person.getMaintainerOf())
                        .build());
    }

    private static long affiliated(List<Affiliation> affiliations) {
        return affiliations.isEmpty()
                ? 0
                : Fingerprints.of(nobody().setAffiliations(affiliations).build());
    }

    private static Person.Builder nobody() {
        return Person.newBuilder().setLogins(List.of()).setIds(List.of());
    }

    /** Whether the person is a maintainer of a repository, in any case; a list without it says nothing. */
    Said maintains(String repository) {
        if (maintainer != Said.NOTHING) {
            return maintainer;
        }
        return maintainerOf.stream().anyMatch(pattern -> contains(pattern, repository)) ? Said.YES : Said.NOTHING;
    }

    /** The organisation of a day, UTC. */
    Optional<String> organisation(LocalDate day) {
        for (Affiliation span : affiliations) {
            boolean begun = span.getFrom() == null || !day.isBefore(span.getFrom());
            boolean ended = span.getTo() != null && !day.isBefore(span.getTo());
            if (begun && !ended) {
                return Optional.of(span.getOrganisation());
            }
        }
        return Optional.empty();
    }

    private static boolean contains(String pattern, String repository) {
        if (!pattern.endsWith(ALL_OF_OWNER)) {
            return pattern.equalsIgnoreCase(repository);
        }
        int owner = pattern.length() - 1;
        return repository.length() > owner && repository.regionMatches(true, 0, pattern, 0, owner);
    }
}
