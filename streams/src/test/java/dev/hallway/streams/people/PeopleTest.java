// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.people.Participant.Kind;
import dev.hallway.streams.people.Participant.MaintainerEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the registry and GitHub make of an account together. */
class PeopleTest {

    static {
        // Avro trusts the generated classes from the first serde on, which here nobody else makes.
        Topics.PEOPLE.valueSerde(SchemaRegistry.at("mock://people")).close();
    }

    private static final String APP = "acme/app";
    private static final Instant NEW_YEAR = Instant.parse("2024-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // GitHub's type outweighs everything.
        "mallory,      true,  ,      BOT",
        "mallory,      true,  false, BOT",
        // Then the entry.
        "helper[bot],  false, false, HUMAN",
        "alice,        false, true,  BOT",
        "rustbot,      false, false, HUMAN",
        // Then the suffix and the lists.
        "Helper[BOT],  false, ,      BOT",
        "RustBot,      false, ,      BOT",
        "ci-helper,    false, ,      BOT",
        "codecov-io,   false, ,      HUMAN",
        "helper2[bot], false, ,      BOT",
        "alice,        false, ,      HUMAN"
    })
    void shouldTellBotsByTypeThenByTheirEntryThenBySuffixAndLists(
            String login, boolean botType, @Nullable Boolean said, Kind expected) {
        // Given
        Person entry = person(login).setBot(said).build();
        People people = People.of(new PeopleRegistry(
                List.of(), List.of("ci-helper", "codecov-io"), List.of("codecov-io", "helper2[bot]"), List.of(entry)));

        // When
        Participant participant = people.participant(account(1, login, botType, null), APP, NEW_YEAR);

        // Then
        assertThat(participant.kind()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // The registry speaks first.
        "true,  ,        NONE,   false, REGISTRY",
        "false, ,        MEMBER, true,  NONE",
        ",      acme/*,  NONE,   false, REGISTRY",
        ",      Acme/App,NONE,   false, REGISTRY",
        "false, acme/*,  MEMBER, false, NONE",
        // A list without the repository says nothing.
        ",      acme-2/*,MEMBER, false, ASSOCIATION",
        ",      acme/ap, NONE,   true,  MERGED",
        ",      ,        OWNER,  true,  ASSOCIATION",
        ",      ,        CONTRIBUTOR, true, MERGED",
        ",      ,        CONTRIBUTOR, false, NONE"
    })
    void shouldTakeTheFirstWordOnWhoIsAMaintainer(
            @Nullable Boolean said,
            @Nullable String of,
            AuthorAssociation association,
            boolean merged,
            MaintainerEvidence expected) {
        // Given
        Person entry = person("alice")
                .setMaintainer(said)
                .setMaintainerOf(of == null ? List.of() : List.of(of))
                .build();
        KnownAccount alice = account(1, "alice", false, merged ? NEW_YEAR : null);

        // When
        Participant participant = registered(entry).participant(alice, "Acme/app", association, NEW_YEAR);

        // Then
        assertThat(participant.evidence()).isEqualTo(expected);
    }

    @Test
    void shouldLetNoBotBeAMaintainer() {
        // Given
        Person entry = person("ci").setBot(true).setMaintainer(true).build();

        // When
        Participant participant = registered(entry)
                .participant(account(1, "ci", false, NEW_YEAR), APP, AuthorAssociation.OWNER, NEW_YEAR);

        // Then
        assertThat(participant.maintainer()).isFalse();
    }

    @Test
    void shouldLetAnUnknownPersonBeAMaintainerByAssociationAlone() {
        // When
        Participant participant =
                People.unregistered().participant(KnownAccount.DELETED, APP, AuthorAssociation.MEMBER, NEW_YEAR);

        // Then
        assertThat(participant.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(participant.evidence()).isEqualTo(MaintainerEvidence.ASSOCIATION);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31T23:59:59Z, Old Corp, false",
        "2024-01-01T00:00:00Z, New Corp, true",
        "2024-01-31T23:59:59Z, New Corp, true",
        "2024-02-01T00:00:00Z, ,"
    })
    void shouldTakeTheOrganisationOfTheDay(Instant at, @Nullable String organisation, @Nullable Boolean home) {
        // Given
        Person entry = person("alice")
                .setAffiliations(List.of(
                        new Affiliation("Old Corp", null, LocalDate.parse("2024-01-01")),
                        new Affiliation("New Corp", LocalDate.parse("2024-01-01"), LocalDate.parse("2024-02-01"))))
                .build();
        People people = People.of(new PeopleRegistry(List.of("New Corp"), List.of(), List.of(), List.of(entry)));

        // When
        Participant participant = people.participant(account(1, "alice", false, null), APP, at);

        // Then
        assertThat(participant.affiliation())
                .isEqualTo(
                        organisation == null || home == null ? null : new Participant.Affiliation(organisation, home));
    }

    @Test
    void shouldTakeAllAccountsOfAnEntryForOnePersonUnderItsFirstLogin() {
        // Given
        Person entry = Person.newBuilder()
                .setLogins(List.of("Alice", "alice-at-work"))
                .setIds(List.of(7L))
                .build();
        People people = registered(entry);

        // When
        Participant byLogin = people.participant(account(1, "ALICE-at-work", false, null), APP, NEW_YEAR);
        Participant byId = people.participant(account(7, "renamed", false, null), APP, NEW_YEAR);

        // Then
        assertThat(byId).isEqualTo(byLogin);
        assertThat(byId.login()).isEqualTo("Alice");
        assertThat(byId.isSamePersonAs(byLogin)).isTrue();
        assertThat(byId.canRespondTo(byLogin)).isFalse();
    }

    @Test
    void shouldTakeTheIdBeforeTheLogin() {
        // Given
        Person byId = Person.newBuilder()
                .setLogins(List.of("carol"))
                .setIds(List.of(1L))
                .build();
        People people = registered(byId, person("alice").build());

        // When
        Participant participant = people.participant(account(1, "alice", false, null), APP, NEW_YEAR);

        // Then
        assertThat(participant.login()).isEqualTo("carol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "robot[bot]"})
    void shouldSayNothingOfAnAccountThatNobodyRegistered(String login) {
        // Given
        Person other = person("bob").build();

        // When
        Participant participant = registered(other).participant(account(1, login, false, null), APP, NEW_YEAR);

        // Then
        assertThat(participant.person()).isEqualTo(1);
        assertThat(registered(other).membership(new Actor(1, login, false, 0)))
                .isEqualTo(People.unregistered().membership(new Actor(1, login, false, 0)));
    }

    @Test
    void shouldTellTwoRegistriesApartByWhateverTheySay() {
        // Given
        List<People> different = List.of(
                People.unregistered(),
                registered(person("alice").build()),
                registered(person("alice").setBot(false).build()),
                registered(person("alice").setMaintainer(true).build()),
                registered(person("alice").setMaintainerOf(List.of("acme/*")).build()),
                registered(person("alice")
                        .setAffiliations(List.of(new Affiliation("Corp", null, null)))
                        .build()),
                People.of(new PeopleRegistry(List.of("Corp"), List.of(), List.of(), List.of())),
                People.of(new PeopleRegistry(List.of(), List.of("alice"), List.of(), List.of())));

        // Then
        assertThat(different).extracting(People::fingerprint).doesNotHaveDuplicates();
        assertThat(different.subList(1, 6))
                .extracting(people -> people.membership(new Actor(1, "alice", false, 0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldSayTheSameOfAnAccountWhateverItsPersonHasBesidesIt() {
        // Given
        Person alone = person("alice").setBot(false).build();
        Person withOthers = Person.newBuilder(alone)
                .setLogins(List.of("alice", "alice-at-work"))
                .setIds(List.of(7L))
                .build();

        // When
        Membership membership = registered(alone).membership(new Actor(1, "alice", false, 0));

        // Then
        assertThat(registered(withOthers).membership(new Actor(1, "alice", false, 0)))
                .isEqualTo(membership);
    }

    @Test
    void shouldSayNothingMoreThanWhoSomebodyIsIfNothingElseIsRegistered() {
        // When
        Membership membership = registered(person("alice").build()).membership(new Actor(1, "alice", false, 0));

        // Then
        assertThat(membership.isRegistered()).isTrue();
        assertThat(membership.standsLike(Membership.NONE)).isTrue();
        assertThat(membership.affiliations()).isEqualTo(Membership.NONE.affiliations());
    }

    private static People registered(Person... people) {
        return People.of(new PeopleRegistry(List.of(), List.of(), List.of(), List.of(people)));
    }

    private static Person.Builder person(String login) {
        return Person.newBuilder().setLogins(List.of(login)).setIds(List.of());
    }

    private static KnownAccount account(long id, String login, boolean botType, @Nullable Instant mergesSince) {
        return new KnownAccount(new Actor(id, login, botType, 0), mergesSince);
    }
}
