// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.github.Account;
import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Registries of the people of {@link CommunityGenerator}: some are nobody there, some have several accounts. */
public final class RegistryGenerator {

    /** Within the moments at which communities do anything. */
    private static final LocalDate DIVIDE = LocalDate.parse("2021-01-04");

    private static final int PEOPLE = 3;
    private static final int NOTHING = 5;

    private RegistryGenerator() {}

    /** What the registry says of one account: whose it is, if anybody's, and by what that is known. */
    private record Listing(int person, boolean byId) {}

    /** What it says of a person. */
    private record Saying(int bot, int maintainer, int organisation) {}

    /** Registries, the empty one among them. */
    public static Arbitrary<PeopleRegistry> registries() {
        return registries(Arbitraries.integers().between(0, 5));
    }

    /** Registries that say who is who, and of which organisation, but of nobody what they are. */
    public static Arbitrary<PeopleRegistry> registriesOfIdentities() {
        return registries(Arbitraries.just(NOTHING));
    }

    private static Arbitrary<PeopleRegistry> registries(Arbitrary<Integer> standing) {
        Arbitrary<Listing> listing = Combinators.combine(
                        Arbitraries.integers().between(-1, PEOPLE - 1), Arbitraries.of(true, false))
                .as(Listing::new);
        Arbitrary<Saying> saying = Combinators.combine(
                        standing, standing, Arbitraries.integers().between(0, 5))
                .as(Saying::new);
        return Combinators.combine(
                        listing.list().ofSize(CommunityLayout.PEOPLE.size()),
                        saying.list().ofSize(PEOPLE),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 4))
                .as(RegistryGenerator::registry);
    }

    private static PeopleRegistry registry(List<Listing> listings, List<Saying> sayings, int home, int bots) {
        Map<Integer, Person> people = new TreeMap<>();
        for (int account = 0; account < listings.size(); account++) {
            Listing listing = listings.get(account);
            if (listing.person() >= 0) {
                Person person = people.computeIfAbsent(listing.person(), key -> person(sayings.get(key)));
                Account listed = CommunityLayout.PEOPLE.get(account);
                if (listing.byId()) {
                    person.getIds().add(listed.getId());
                } else {
                    person.getLogins().add(listed.getLogin());
                }
            }
        }
        return new PeopleRegistry(
                home == 0 ? List.of() : List.of("Org " + home),
                bots == 1 ? List.of("carol") : List.of(),
                bots == 2 ? List.of("dora") : List.of(),
                List.copyOf(people.values()));
    }

    private static Person person(Saying saying) {
        return Person.newBuilder()
                .setLogins(new ArrayList<>())
                .setIds(new ArrayList<>())
                .setBot(said(saying.bot()))
                .setMaintainer(said(saying.maintainer()))
                .setMaintainerOf(saying.maintainer() == 2 ? List.of("acme/*", "other/none") : List.of())
                .setAffiliations(affiliations(saying.organisation()))
                .build();
    }

    private static @Nullable Boolean said(int drawn) {
        return switch (drawn) {
            case 0 -> Boolean.TRUE;
            case 1 -> Boolean.FALSE;
            default -> null;
        };
    }

    private static List<Affiliation> affiliations(int drawn) {
        return switch (drawn) {
            case 0 -> List.of(new Affiliation("Org 1", null, null));
            case 1 -> List.of(new Affiliation("Org 2", null, null));
            case 2 -> List.of(new Affiliation("Org 1", null, DIVIDE), new Affiliation("Org 2", DIVIDE, null));
            case 3 -> List.of(new Affiliation("Org 2", DIVIDE, DIVIDE.plusDays(2)));
            default -> List.of();
        };
    }
}
