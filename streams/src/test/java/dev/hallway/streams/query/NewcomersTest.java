// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.people.People;
import dev.hallway.streams.read.Newcomer;
import dev.hallway.streams.reference.Facts;
import dev.hallway.streams.topology.HallwayDriver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewcomersTest {

    private static final String APP = "acme/app";
    private static final Instant FIRST = Instant.parse("2024-01-01T10:00:00Z");
    private static final long A_DAY = 86_400;
    private static final int PEOPLE = 12;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 11})
    void shouldTellTheSameHoweverFewPeopleAreTalliedAtATime(int most, @TempDir Path stateDirectory) {
        try (HallwayDriver hallway = new HallwayDriver(stateDirectory)) {
            // Given: somebody comes every three days, and speaks again two weeks later
            for (int person = 1; person <= PEOPLE; person++) {
                Instant came = FIRST.plusSeconds(3 * A_DAY * person);
                hallway.take(issue(APP, person)
                        .openedBy(Facts.user(person, "person-" + person))
                        .at(came.toString())
                        .build());
                hallway.take(comment(APP, person, 100 + person)
                        .by(Facts.user(person, "person-" + person))
                        .at(came.plusSeconds(14 * A_DAY).toString())
                        .build());
            }
            hallway.settle();

            // When
            List<Newcomer> few = newcomers(hallway, most);

            // Then
            assertThat(few)
                    .hasSize(PEOPLE)
                    .isEqualTo(newcomers(hallway, PEOPLE))
                    .allSatisfy(person -> assertThat(person.contributions()).isEqualTo(2));
        }
    }

    private static List<Newcomer> newcomers(HallwayDriver hallway, int most) {
        List<Newcomer> people = new ArrayList<>();
        new Newcomers(hallway.tables(), People.unregistered(), APP, most).forEach(people::add);
        return people;
    }
}
