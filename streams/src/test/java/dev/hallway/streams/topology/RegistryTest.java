// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static dev.hallway.streams.reference.Facts.ALICE;
import static dev.hallway.streams.reference.Facts.BOB;
import static dev.hallway.streams.reference.Facts.CAROL;
import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.Story;
import dev.hallway.health.StoryState;
import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import dev.hallway.streams.reference.Facts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another people registry changes on the metric topics. */
class RegistryTest {

    private static final String APP = "acme/app";
    private static final String WEEK = APP + "|2024-W01";
    private static final PeopleRegistry NOBODY = new PeopleRegistry(List.of(), List.of(), List.of(), List.of());

    private HallwayDriver hallway;

    @BeforeEach
    void start(@TempDir Path stateDirectory) {
        hallway = new HallwayDriver(stateDirectory);
    }

    @AfterEach
    void stop() {
        hallway.close();
    }

    @Test
    void shouldTellOrganisationsOnceTheyAreRegistered() {
        // Given
        hallway.take(issue(APP, 1).openedBy(ALICE).build());
        hallway.take(comment(APP, 1, 10).by(BOB).build());
        hallway.settle();
        OrganisationsWeek before = organisations();

        // When
        hallway.take(new PeopleRegistry(
                List.of("Corp"),
                List.of(),
                List.of(),
                List.of(person("alice")
                        .setAffiliations(List.of(new Affiliation("Corp", null, null)))
                        .build())));
        hallway.settle();

        // Then
        OrganisationsWeek after = organisations();
        assertThat(before.getAffiliatedContributions()).isZero();
        assertThat(before.getOutsideHomeContributions()).isNull();
        assertThat(after.getTopOrganisation()).isEqualTo("Corp");
        assertThat(after.getElephantFactor()).isEqualTo(1);
        assertThat(after.getOutsideHomeContributions()).isEqualTo(1);
    }

    @Test
    void shouldTellWhoIsOutsideHomeOnceAnyOrganisationIsHome() {
        // Given
        hallway.take(issue(APP, 1).openedBy(ALICE).build());
        hallway.settle();

        // When
        hallway.take(new PeopleRegistry(List.of("Corp"), List.of(), List.of(), List.of()));
        hallway.settle();

        // Then
        assertThat(organisations().getOutsideHomeShare()).isEqualTo(1.0);
    }

    @Test
    void shouldLetTheAccountsOfOnePersonNeitherAnswerEachOtherNorCountTwice() {
        // Given
        hallway.take(issue(APP, 1).openedBy(ALICE).build());
        hallway.take(comment(APP, 1, 10).by(BOB).at("2024-01-02T10:00:00Z").build());
        hallway.settle();
        Story before = story();

        // When
        hallway.take(registry(person("alice", "bob").build()));
        hallway.settle();

        // Then
        assertThat(before.getState()).isEqualTo(StoryState.ANSWERED);
        assertThat(story().getState()).isEqualTo(StoryState.WAITING);
        ContributorDiversityWeek diversity = diversity();
        assertThat(diversity.getContributors()).isEqualTo(1);
        assertThat(diversity.getNewcomers()).isEqualTo(1);
    }

    @Test
    void shouldTellWhoIsNewByAllAccountsOfAPerson() {
        // Given
        hallway.take(issue(APP, 1).openedBy(ALICE).at("2023-12-01T10:00:00Z").build());
        hallway.take(issue(APP, 2).openedBy(BOB).build());
        hallway.settle();
        long before = diversity().getNewcomers();

        // When
        hallway.take(registry(person("alice", "bob").build()));
        hallway.settle();

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(diversity().getNewcomers()).isZero();
    }

    @Test
    void shouldTellAgainWhatGitHubSaysOnceNobodyIsRegisteredAnyMore() {
        // Given
        hallway.take(issue(APP, 1).openedBy(ALICE).build());
        hallway.take(comment(APP, 1, 10).by(CAROL).build());
        hallway.settle();
        ContributorDiversityWeek before = diversity();
        hallway.take(registry(
                person("carol").setBot(true).build(),
                person("alice").setMaintainer(true).build()));
        hallway.settle();
        ContributorDiversityWeek registered = diversity();

        // When
        hallway.take(NOBODY);
        hallway.settle();

        // Then
        assertThat(registered.getBotContributions()).isEqualTo(1);
        assertThat(registered.getMaintainerContributions()).isEqualTo(1);
        assertThat(diversity()).isEqualTo(before);
    }

    @Test
    void shouldClassifyTheAuthorOfAPullRequestInAnotherRepository() {
        // Given
        answerAliceByBobFromAnotherRepository();
        long before = communityAuthored();

        // When
        hallway.take(
                registry(person("bob").setMaintainerOf(List.of("acme/docs")).build()));
        hallway.settle();

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(communityAuthored()).isZero();
    }

    @Test
    void shouldTellWhoAnsweredThemselvesByWhoEitherOfThemIs() {
        // Given: no repository knows both accounts
        answerAliceByBobFromAnotherRepository();
        boolean before = story().getSelfAuthored();

        // When
        boolean onceBoth = selfAuthoredUnder(registry(person("bob", "alice").build()));
        boolean withoutTheOpener = selfAuthoredUnder(registry(person("bob").build()));
        boolean withTheOpener =
                selfAuthoredUnder(registry(person("bob", "alice").build()));
        boolean withoutTheAuthor = selfAuthoredUnder(registry(person("alice").build()));
        boolean withTheAuthor =
                selfAuthoredUnder(registry(person("alice", "bob").build()));
        boolean withoutBoth = selfAuthoredUnder(NOBODY);

        // Then
        assertThat(List.of(before, withoutTheOpener, withoutTheAuthor, withoutBoth))
                .containsOnly(false);
        assertThat(List.of(onceBoth, withTheOpener, withTheAuthor)).containsOnly(true);
    }

    @Test
    void shouldTellTheAccountsOfOnePersonApartOnceTheyAreTwoAgain() {
        // Given
        hallway.take(issue(APP, 1).openedBy(ALICE).build());
        hallway.take(comment(APP, 1, 10).by(BOB).at("2024-01-02T10:00:00Z").build());
        hallway.take(registry(person("alice", "bob").build()));
        hallway.settle();
        Story before = story();

        // When
        hallway.take(registry(person("bob").build(), person("alice").build()));
        hallway.settle();

        // Then
        assertThat(before.getState()).isEqualTo(StoryState.WAITING);
        assertThat(story().getState()).isEqualTo(StoryState.ANSWERED);
        assertThat(diversity().getContributors()).isEqualTo(2);
    }

    @Test
    void shouldFollowAnAccountThatTakesARegisteredLogin() {
        // Given
        hallway.take(registry(person("alice-corp").setBot(true).build()));
        hallway.take(issue(APP, 1).openedBy(ALICE).build());
        hallway.settle();
        long before = diversity().getBotContributions();

        // When
        hallway.take(issue(APP, 2)
                .openedBy(Facts.user(ALICE.getId(), "Alice-Corp"))
                .observedAt("2024-01-05T10:00:00Z")
                .build());
        hallway.settle();

        // Then
        assertThat(before).isZero();
        assertThat(diversity().getBotContributions()).isEqualTo(2);
    }

    @Test
    void shouldKeepTheRegistryInForceWhenAnotherCannotBeRead() {
        // Given
        hallway.take(issue(APP, 1).openedBy(ALICE).build());
        hallway.take(registry(person("alice").setBot(true).build()));
        hallway.settle();

        // When
        hallway.takeRaw(
                Topics.PEOPLE,
                "people".getBytes(StandardCharsets.UTF_8),
                "no registry".getBytes(StandardCharsets.UTF_8));
        hallway.take(issue(APP, 2).openedBy(ALICE).build());
        hallway.settle();

        // Then
        assertThat(diversity().getBotContributions()).isEqualTo(2);
    }

    private void answerAliceByBobFromAnotherRepository() {
        hallway.take(issue(APP, 1).openedBy(ALICE).build());
        hallway.take(pullRequest("acme/docs", 5)
                .openedBy(BOB)
                .body("Fixes acme/app#1")
                .mergedAt("2024-01-03T10:00:00Z")
                .build());
        hallway.settle();
    }

    private boolean selfAuthoredUnder(PeopleRegistry registry) {
        hallway.take(registry);
        hallway.settle();
        return story().getSelfAuthored();
    }

    private long communityAuthored() {
        return Objects.requireNonNull(hallway.published(Topics.FEEDBACK_LATENCY).get(WEEK))
                .getCommunityAuthored();
    }

    private OrganisationsWeek organisations() {
        return row(hallway.published(Topics.ORGANISATIONS));
    }

    private ContributorDiversityWeek diversity() {
        return row(hallway.published(Topics.CONTRIBUTOR_DIVERSITY));
    }

    private Story story() {
        return Objects.requireNonNull(hallway.published(Topics.STORIES).get(APP + "#1"));
    }

    private static <V> V row(Map<String, V> published) {
        return Objects.requireNonNull(published.get(WEEK), "no row of " + WEEK + " was published");
    }

    private static PeopleRegistry registry(Person... people) {
        return new PeopleRegistry(List.of(), List.of(), List.of(), List.of(people));
    }

    private static Person.Builder person(String... logins) {
        return Person.newBuilder().setLogins(List.of(logins)).setIds(List.of());
    }
}
