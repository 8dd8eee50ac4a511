// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import dev.hallway.streams.read.KnownPerson;
import dev.hallway.streams.read.Newcomer;
import dev.hallway.streams.read.PersonPlace;
import dev.hallway.streams.topology.HallwayDriver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeoplePagesTest {

    private static final String APP = "acme/app";
    private static final Instant FIRST = Instant.parse("2024-01-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
    private static final long A_DAY = 86_400;
    private static final int PEOPLE = 20;

    @SuppressWarnings("NullAway.Init")
    private HallwayDriver hallway;

    @BeforeEach
    void open(@TempDir Path stateDirectory) {
        hallway = new HallwayDriver(stateDirectory);
    }

    @AfterEach
    void close() {
        hallway.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 19, 20, 21})
    void shouldTellOfEverybodyOnceNewestFirstHoweverLargeAPageIs(int limit) {
        // Given: two people come at the same moment every three days, and speak again four weeks later
        for (int person = 1; person <= PEOPLE; person++) {
            Instant came = FIRST.plusSeconds(3 * A_DAY * (person / 2));
            hallway.take(issue(APP, person)
                    .openedBy(user(person, "person-" + person))
                    .at(came)
                    .build());
            hallway.take(comment(APP, person, 100 + person)
                    .by(user(person, "person-" + person))
                    .at(came.plusSeconds(28 * A_DAY))
                    .build());
        }
        hallway.settle();

        // When
        List<Newcomer> pages = new ArrayList<>();
        PersonPlace after = null;
        List<KnownPerson> page;
        do {
            page = hallway.reader().people("Acme/APP", after, limit, NOW);
            page.forEach(person -> pages.add(person.newcomer()));
            after = page.isEmpty() ? null : read(page.get(page.size() - 1).place());
        } while (page.size() == limit);

        // Then
        List<Newcomer> all = new ArrayList<>();
        hallway.reader().forEachNewcomer(APP, all::add);
        all.sort(Comparator.comparing(Newcomer::firstAt).reversed().thenComparing(Newcomer::login));
        assertThat(pages).hasSize(PEOPLE).isEqualTo(all);
    }

    @Test
    void shouldTellOfAPersonWithSeveralAccountsOnceAndWithTheirOrganisationNow() {
        // Given
        hallway.take(issue(APP, 1).openedBy(user(1, "ada")).at(FIRST).build());
        hallway.take(issue(APP, 2)
                .openedBy(user(2, "ada-at-work"))
                .at(FIRST.plusSeconds(40 * A_DAY))
                .build());
        hallway.take(new PeopleRegistry(
                List.of(),
                List.of(),
                List.of(),
                List.of(Person.newBuilder()
                        .setLogins(List.of("ada", "ada-at-work"))
                        .setIds(List.of())
                        .setAffiliations(List.of(new Affiliation("Corp", null, null)))
                        .build())));
        hallway.settle();

        // When
        List<KnownPerson> people = hallway.reader().people(APP, null, 10, NOW);

        // Then
        assertThat(people).singleElement().satisfies(person -> {
            assertThat(person.organisation()).isEqualTo("Corp");
            assertThat(person.newcomer().contributions()).isEqualTo(2);
            assertThat(person.newcomer().firstAt()).isEqualTo(FIRST);
        });
    }

    @Test
    void shouldHaveNobodyBehindTheLastOrWhereNobodyEverCame() {
        // Given
        hallway.take(issue(APP, 1).openedBy(user(1, "ada")).at(FIRST).build());
        hallway.settle();
        PersonPlace last = hallway.reader().people(APP, null, 1, NOW).get(0).place();

        // When, Then
        assertThat(hallway.reader().people(APP, last, 10, NOW)).isEmpty();
        assertThat(hallway.reader().people("some/where", null, 10, NOW)).isEmpty();
    }

    private static PersonPlace read(PersonPlace place) {
        PersonPlace read = PersonPlace.parse(place.toString()).orElseThrow();
        assertThat(read).isEqualTo(place);
        return read;
    }
}
