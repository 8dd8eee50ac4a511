// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;

class PeopleWriterTest {

    @Test
    void shouldWriteAsAPersonWould() {
        // Given
        PeopleRegistry registry = new PeopleRegistry(
                List.of("Example Corp"),
                List.of("ci-helper"),
                List.of(),
                List.of(
                        new Person(
                                List.of("alice", "007", "true"),
                                List.of(1234L),
                                null,
                                null,
                                List.of("acme/*", "dapr/docs"),
                                List.of(
                                        new Affiliation(
                                                "Example Corp", LocalDate.of(2019, 1, 1), LocalDate.of(2021, 7, 1)),
                                        new Affiliation("Doe, Roe: \"Partners\"", LocalDate.of(2021, 7, 1), null))),
                        new Person(List.of("robo"), List.of(), true, false, List.of(), List.of())));

        // When
        String text = PeopleWriter.write(registry);

        // Then
        assertThat(text).isEqualTo("""
                        home: [Example Corp]
                        bots: {add: [ci-helper]}
                        people:
                          - logins: [alice, '007', 'true']
                            ids: [1234]
                            maintainer: [acme/*, dapr/docs]
                            organisations:
                              - {name: Example Corp, from: 2019-01-01, to: 2021-07-01}
                              - {name: 'Doe, Roe: "Partners"', from: 2021-07-01}
                          - logins: [robo]
                            bot: true
                            maintainer: false
                        """);
    }

    @Property(tries = 300)
    void shouldWriteWhatReadsBackAsTheSame(@ForAll("registries") PeopleRegistry registry) {
        // When
        PeopleReading reading = PeopleYaml.read(PeopleWriter.write(registry));

        // Then
        assertThat(reading).isEqualTo(new PeopleReading.Read(registry));
    }

    @Provide
    Arbitrary<PeopleRegistry> registries() {
        Arbitrary<List<String>> home = organisations().list().uniqueElements().ofMaxSize(3);
        Arbitrary<List<String>> bots = logins().map(login -> login.toLowerCase(Locale.ROOT))
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        return Combinators.combine(home, bots, bots, people().list().ofMaxSize(6))
                .as((names, added, removed, people) -> new PeopleRegistry(names, added, removed, distinct(people)));
    }

    private static Arbitrary<Person> people() {
        Arbitrary<List<String>> repositories = Combinators.combine(
                        Arbitraries.strings()
                                .withChars("abc09_-")
                                .ofMinLength(1)
                                .ofMaxLength(5),
                        Arbitraries.of("*", "docs", "a.b", "007"))
                .as((owner, repository) -> owner + "/" + repository)
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        logins().list().ofMaxSize(3),
                        Arbitraries.longs().between(1, Long.MAX_VALUE).list().ofMaxSize(3),
                        Arbitraries.of(true, false).injectNull(0.5),
                        Arbitraries.of(true, false).injectNull(0.5),
                        repositories,
                        affiliations())
                .as((logins, ids, bot, maintainer, of, affiliations) ->
                        new Person(logins, ids, bot, maintainer, maintainer == null ? of : List.of(), affiliations));
    }

    private static Arbitrary<String> logins() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withCharRange('A', 'Z')
                        .withCharRange('0', '9')
                        .withChars("-_")
                        .ofMinLength(1)
                        .ofMaxLength(39)
                        .filter(login -> !login.equalsIgnoreCase("ghost")),
                Arbitraries.of("null", "true", "No", "1e5", "0x1F", "-", "---", "2020-01-01", "robo[bot]"));
    }

    private static Arbitrary<String> organisations() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .all()
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .map(String::strip)
                        .filter(name -> Names.wrongOrganisation(name).isEmpty()),
                Arbitraries.strings()
                        .withChars("aZ 0:#,[]{}&*!|>'\"%@`?-\\.=<")
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .map(String::strip)
                        .filter(name -> !name.isEmpty()),
                Arbitraries.of(
                        "null", "~", "true", "3", "...", "---", "a: b", "a #b", "Ωmega", "\uD83D\uDE80 Rockets"));
    }

    /** Spans one after the other, with or without gaps. */
    private static Arbitrary<List<Affiliation>> affiliations() {
        Arbitrary<List<LocalDate>> days =
                Dates.dates().yearBetween(1970, 2100).list().uniqueElements().ofMaxSize(6);
        return Combinators.combine(days, organisations().list().ofSize(7), Arbitraries.of(true, false))
                .as(PeopleWriterTest::spans);
    }

    private static List<Affiliation> spans(List<LocalDate> days, List<String> names, boolean gaps) {
        List<LocalDate> sorted = days.stream().sorted().toList();
        List<Affiliation> spans = new ArrayList<>();
        for (int index = 0; index <= sorted.size(); index += gaps ? 2 : 1) {
            spans.add(new Affiliation(
                    names.get(index),
                    index == 0 ? null : sorted.get(index - 1),
                    index == sorted.size() ? null : sorted.get(index)));
        }
        return spans;
    }

    /** No account twice, and nobody without one. */
    private static List<Person> distinct(List<Person> people) {
        Set<String> logins = new HashSet<>();
        Set<Long> ids = new HashSet<>();
        return people.stream()
                .map(person -> new Person(
                        person.getLogins().stream()
                                .filter(login -> logins.add(login.toLowerCase(Locale.ROOT)))
                                .toList(),
                        person.getIds().stream().filter(ids::add).toList(),
                        person.getBot(),
                        person.getMaintainer(),
                        person.getMaintainerOf(),
                        person.getAffiliations()))
                .filter(person ->
                        !person.getLogins().isEmpty() || !person.getIds().isEmpty())
                .toList();
    }
}
