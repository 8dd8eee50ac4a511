// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.digest.PersonToTalkTo.Reason;
import dev.hallway.streams.read.ItemView.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleToTalkToTest {

    private static final Instant START = Instant.parse("2024-05-13T00:00:00Z");

    private final PeopleToTalkTo people = new PeopleToTalkTo();

    @Test
    void shouldNameSomebodyWithSeveralReasonsOnceByTheMostPressing() {
        // Given
        people.offer(candidate(1, Reason.REQUEST_ANSWERED, 0));
        people.offer(candidate(1, Reason.WAITS_FOR_FIRST_REPLY, 5));
        people.offer(candidate(1, Reason.CAME_BACK, 1));

        // When
        List<PersonToTalkTo> chosen = people.chosen();

        // Then
        assertThat(chosen).extracting(PersonToTalkTo::reason).containsExactly(Reason.WAITS_FOR_FIRST_REPLY);
    }

    @Test
    void shouldNameThePlaceInWhichSomebodyHasWaitedLongest() {
        // Given
        people.offer(candidate(1, Reason.WAITS_FOR_REVIEW, 5));
        people.offer(candidate(1, Reason.WAITS_FOR_REVIEW, 2));
        people.offer(candidate(1, Reason.WAITS_FOR_REVIEW, 9));

        // When
        List<PersonToTalkTo> chosen = people.chosen();

        // Then
        assertThat(chosen).containsExactly(candidate(1, Reason.WAITS_FOR_REVIEW, 2));
    }

    @Test
    void shouldLetTheReasonsTakeTurns() {
        // Given: a hundred newcomers wait, and hardly anybody else is to be talked to
        IntStream.range(0, 100)
                .forEach(person -> people.offer(candidate(person, Reason.WAITS_FOR_FIRST_REPLY, person)));
        people.offer(candidate(200, Reason.CAME_BACK, 0));
        people.offer(candidate(201, Reason.CAME_BACK, 1));
        people.offer(candidate(202, Reason.REQUEST_ANSWERED, 0));

        // When
        List<PersonToTalkTo> chosen = people.chosen();

        // Then
        assertThat(chosen)
                .extracting(PersonToTalkTo::person)
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 200L, 201L, 202L);
    }

    @Test
    void shouldFindThoseWhoAreLeftWhenTheFirstOfAReasonStandUnderOthers() {
        // Given: those whose first pull request was merged are the first who wait for a review, too
        IntStream.range(0, 10).forEach(person -> {
            people.offer(candidate(person, Reason.FIRST_MERGE, person));
            people.offer(candidate(person, Reason.WAITS_FOR_REVIEW, person));
        });
        people.offer(candidate(50, Reason.WAITS_FOR_REVIEW, 50));

        // When
        List<PersonToTalkTo> chosen = people.chosen();

        // Then
        assertThat(chosen)
                .filteredOn(person -> person.reason() == Reason.WAITS_FOR_REVIEW)
                .extracting(PersonToTalkTo::person)
                .containsExactly(50L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldNeverNameMoreThanTenNorAnybodyTwiceWhateverTheOrder(int seed) {
        // Given
        Random random = new Random(seed);
        List<PersonToTalkTo> candidates = new ArrayList<>();
        for (int place = 0; place < 500 * seed; place++) {
            candidates.add(candidate(
                    random.nextInt(10 * seed),
                    Reason.values()[random.nextInt(Reason.values().length)],
                    random.nextInt(1_000)));
        }

        // When
        people.offerAll(candidates);
        List<PersonToTalkTo> chosen = people.chosen();
        Collections.shuffle(candidates, random);
        PeopleToTalkTo otherwise = new PeopleToTalkTo();
        otherwise.offerAll(candidates);

        // Then
        assertThat(chosen).hasSize(PeopleToTalkTo.MOST).isEqualTo(otherwise.chosen());
        assertThat(chosen).extracting(PersonToTalkTo::person).doesNotHaveDuplicates();
        assertThat(chosen)
                .isSortedAccordingTo(
                        Comparator.comparing(PersonToTalkTo::reason).thenComparing(PersonToTalkTo::since));
    }

    @Test
    void shouldChooseTheSameFromShortlists() {
        // Given: a shortlist of several repositories is made of their own ones
        Random random = new Random(42);
        PeopleToTalkTo one = new PeopleToTalkTo();
        for (int place = 0; place < 300; place++) {
            PersonToTalkTo candidate = candidate(place, Reason.values()[random.nextInt(5)], random.nextInt(1_000));
            people.offer(candidate);
            one.offer(candidate);
        }
        PeopleToTalkTo shortened = new PeopleToTalkTo();

        // When
        shortened.offerAll(one.shortlisted());

        // Then
        assertThat(shortened.chosen()).isEqualTo(people.chosen());
        assertThat(one.shortlisted()).hasSizeLessThanOrEqualTo(50);
    }

    private static PersonToTalkTo candidate(long person, Reason reason, long hours) {
        return new PersonToTalkTo(
                person,
                "person-" + person,
                reason,
                "acme/app",
                Kind.ISSUE,
                hours + 1,
                "https://github.com/acme/app/issues/" + (hours + 1),
                "A title",
                START.plusSeconds(hours * 3_600),
                null,
                null);
    }
}
