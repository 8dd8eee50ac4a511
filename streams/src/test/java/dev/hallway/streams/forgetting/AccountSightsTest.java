// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountSightsTest {

    private static final Instant THEN = Instant.parse("2023-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
    private static final PeopleRegistry NOBODY = registry();

    private final AccountSights sights = new AccountSights();

    @Test
    void shouldFindAnAccountWithEveryLoginItEverBore() {
        // Given
        see(1, "Jane-Doe", THEN);
        see(1, "jane", NOW);
        see(2, "kim", NOW);

        // When, Then
        assertThat(sights.of(List.of("JANE"), NOBODY))
                .isEqualTo(new SoughtAccounts(Set.of("jane", "jane-doe"), Set.of(1L)));
    }

    @Test
    void shouldNotTakeWhoeverBearsAnotherOnesFormerLoginNow() {
        // Given
        see(1, "jane", THEN);
        see(1, "jane-doe", NOW);
        see(2, "jane", NOW);

        // When, Then
        assertThat(sights.of(List.of("jane-doe"), NOBODY))
                .isEqualTo(new SoughtAccounts(Set.of("jane-doe"), Set.of(1L)));
        assertThat(sights.of(List.of("jane"), NOBODY)).isEqualTo(new SoughtAccounts(Set.of("jane"), Set.of(2L)));
    }

    @Test
    void shouldFindAnAccountByALoginThatNobodyBearsAnyMore() {
        // Given
        see(1, "jane", THEN);
        see(1, "jane-doe", NOW);

        // When, Then
        assertThat(sights.of(List.of("jane"), NOBODY))
                .isEqualTo(new SoughtAccounts(Set.of("jane", "jane-doe"), Set.of(1L)));
    }

    @Test
    void shouldTakeAllAccountsOfAPersonInTheRegistry() {
        // Given
        see(1, "jane", NOW);
        see(3, "jane-at-home", NOW);
        PeopleRegistry registry = registry(person(List.of("Jane", "jane-at-work"), 3L), person(List.of("kim"), 4L));

        // When, Then
        assertThat(sights.of(List.of("jane-at-WORK"), registry))
                .isEqualTo(new SoughtAccounts(Set.of("jane", "jane-at-work", "jane-at-home"), Set.of(1L, 3L)));
    }

    @Test
    void shouldRememberALoginThatWasNeverSeen() {
        // When, Then
        assertThat(sights.of(List.of("Nobody"), NOBODY)).isEqualTo(new SoughtAccounts(Set.of("nobody"), Set.of()));
    }

    private static Person person(List<String> logins, long id) {
        return new Person(logins, List.of(id), null, null, List.of(), List.of());
    }

    private void see(long id, String login, Instant at) {
        sights.see(new Account(id, login, AccountType.USER), at);
    }

    private static PeopleRegistry registry(Person... people) {
        return new PeopleRegistry(List.of(), List.of(), List.of(), List.of(people));
    }
}
