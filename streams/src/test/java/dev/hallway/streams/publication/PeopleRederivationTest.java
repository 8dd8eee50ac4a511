// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.Digest;
import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.community.WeekEvents;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.people.People;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.query.StoreReader;
import dev.hallway.streams.state.InMemoryStores;
import dev.hallway.streams.state.TableWriter;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.tracing.TaskTraces;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** How much another people registry has derived anew. */
class PeopleRederivationTest {

    static {
        // Avro trusts the generated classes from the first serde on, which here nobody else makes.
        Topics.CONTRIBUTOR_DIVERSITY
                .valueSerde(SchemaRegistry.at("mock://people"))
                .close();
    }

    private static final String APP = "acme/app";
    private static final IsoWeek WEEK = IsoWeek.parse("2024-W01");
    private static final Actor ALICE = new Actor(1, "alice", false, 0);
    private static final Actor BOB = new Actor(2, "bob", false, 0);
    private static final People NOBODY = People.unregistered();

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final PeopleInForce people = new PeopleInForce();
    private final TableWriter tables =
            new TableWriter(InMemoryStores.opened("community", context.getStateStoreContext()));
    private final Community community = new Community(
            tables,
            new TableWriter(InMemoryStores.opened("changes", context.getStateStoreContext())),
            actor -> people.current().membership(actor),
            10);
    private final Publisher publisher = publisher();
    private long now;

    PeopleRederivationTest() {
        context.setCurrentSystemTimeMs(0);
    }

    @Test
    void shouldDeriveNothingBecauseOfWhoTheOnlyAccountOfSomebodyIs() {
        // Given
        wrote(ALICE, 1);
        wrote(BOB, 2);
        settle(NOBODY);

        // When
        people.replaceBy(registered(person("alice", "alice-elsewhere").build()));
        goThroughTheTables(() -> true);

        // Then
        assertThat(publisher.outstanding()).isZero();
    }

    @Test
    void shouldDeriveTheWeeksAloneBecauseOfTheirOrganisation() {
        // Given
        wrote(ALICE, 1);
        wrote(BOB, 2);
        settle(NOBODY);

        // When
        people.replaceBy(registered(person("alice")
                .setAffiliations(List.of(new Affiliation("Corp", null, null)))
                .build()));
        goThroughTheTables(() -> true);

        // Then
        assertThat(community.changes().isNoted(APP, ChangeKind.WEEK, WEEK.ordinal()))
                .isTrue();
        assertThat(community.changes().size()).isEqualTo(1);
    }

    @Test
    void shouldDeriveWhatBothAccountsOfAPersonDidOnceTheyAreOneAndOnceTheyAreTwo() {
        // Given
        wrote(ALICE, 1);
        wrote(BOB, 2);
        settle(NOBODY);

        // When
        people.replaceBy(registered(person("alice", "bob").build()));
        goThroughTheTables(() -> true);
        boolean aliceOnceOne = isNoted(ALICE);
        boolean bobOnceOne = isNoted(BOB);
        settle(people.current());
        people.replaceBy(registered(person("bob", "alice-elsewhere").build()));
        goThroughTheTables(() -> true);

        // Then
        assertThat(aliceOnceOne).isTrue();
        assertThat(bobOnceOne).isTrue();
        assertThat(isNoted(ALICE)).isTrue();
        assertThat(isNoted(BOB)).isTrue();
    }

    @Test
    void shouldDeriveAnewWhatIsSaidOfTheOnlyAccountOfSomebody() {
        // Given
        wrote(ALICE, 1);
        wrote(BOB, 2);
        settle(registered(person("alice").build()));

        // When
        people.replaceBy(registered(person("alice").setMaintainer(true).build()));
        goThroughTheTables(() -> true);

        // Then
        assertThat(isNoted(ALICE)).isTrue();
        assertThat(isNoted(BOB)).isFalse();
    }

    @Test
    void shouldGoThroughAllAgainIfTheOnesBeforeComeBackMeanwhile() {
        // Given
        wrote(ALICE, 1);
        wrote(BOB, 2);
        settle(NOBODY);
        People maintainers = registered(
                person("alice").setMaintainer(true).build(),
                person("bob").setMaintainer(true).build());

        // When
        people.replaceBy(maintainers);
        goThroughTheTables(once());
        people.replaceBy(NOBODY);
        settle();
        people.replaceBy(maintainers);
        settle();

        // Then
        assertThat(diversity().getMaintainerContributions()).isEqualTo(2);
    }

    @Test
    void shouldGoThroughAllAgainAfterARestartThatCameInBetween() {
        // Given
        wrote(ALICE, 1);
        wrote(BOB, 2);
        settle(NOBODY);

        // When
        people.replaceBy(registered(person("alice", "bob").build()));
        goThroughTheTables(once());
        people.replaceBy(NOBODY);
        Publisher restarted = publisher();

        // Then
        assertThat(restarted.outstanding()).isEqualTo(1 + community.changes().size());
    }

    @Test
    void shouldNotGoThroughAllAgainAfterARestart() {
        // Given
        settle(registered(person("alice").build()));

        // When
        Publisher restarted = publisher();

        // Then
        assertThat(restarted.outstanding()).isZero();
    }

    @Test
    void shouldDeriveUnderTheSamePeopleToTheEndOfALook() {
        // Given
        wrote(ALICE, 1);
        goThroughTheTables(() -> true);
        People alice = registered(person("alice").build());

        // When
        publisher.publish(now, 1, () -> {
            people.replaceBy(alice);
            return true;
        });
        community.end();
        settle();

        // Then
        assertThat(diversity().getNewcomers()).isEqualTo(1);
    }

    private boolean isNoted(Actor account) {
        return community.changes().isNoted(APP, ChangeKind.ACCOUNT, account.id());
    }

    private ContributorDiversityWeek diversity() {
        WeekRow row = tables.get(CommunityTables.WEEKS, new OfWeek(APP, WEEK));
        return Objects.requireNonNull(Objects.requireNonNull(row).contributorDiversity());
    }

    private void wrote(Actor author, long id) {
        community.accounts().see(APP, author);
        new WeekEvents(community)
                .replace(
                        APP,
                        7,
                        WeekEvent.Kind.ISSUE_COMMENT,
                        id,
                        null,
                        WeekEvent.contribution(
                                author.id(), AuthorAssociation.NONE, Instant.parse("2024-01-02T10:00:00Z")));
        community.end();
    }

    private void settle(People registered) {
        people.replaceBy(registered);
        settle();
    }

    /** Without deriving anything. */
    private void goThroughTheTables(BooleanSupplier timeIsLeft) {
        publisher.publish(now, 0, timeIsLeft);
        community.end();
    }

    private Publisher publisher() {
        return new Publisher(
                community,
                people,
                new StoreReader(tables, people),
                new DigestPrinter(Runnable::run, (reader, repository, week) -> new Digest()),
                new Outlet(context, TaskTraces.off()));
    }

    private void settle() {
        do {
            // What took long to derive rests.
            now += 60_000;
            publisher.publish(now, 1, () -> true);
            community.end();
        } while (publisher.outstanding() > 0);
    }

    /** Time for one row, and no more. */
    private static BooleanSupplier once() {
        int[] looks = {0};
        return () -> looks[0]++ == 0;
    }

    private static People registered(Person... people) {
        return People.of(new PeopleRegistry(List.of(), List.of(), List.of(), List.of(people)));
    }

    private static Person.Builder person(String... logins) {
        return Person.newBuilder().setLogins(List.of(logins)).setIds(List.of());
    }
}
