// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.Story;
import dev.hallway.streams.fact.Limits;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.reference.Facts;
import dev.hallway.streams.week.IsoWeek;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No record of the state outgrows what Kafka takes, whatever anybody writes; what is left out is counted and shown. */
class BoundsTest {

    /** Kafka's default for the largest request, less what a record carries besides key and value. */
    private static final int WHAT_KAFKA_TAKES = 1_000_000;

    private static final int LONGEST_TEXT_ON_GITHUB = 65_536;
    private static final int A_MILLION = 1_000_000;
    private static final String APP = "acme/app";

    private HallwayDriver hallway;

    @BeforeEach
    void start(@TempDir Path stateDirectory) {
        hallway = HallwayDriver.withoutTransactions(stateDirectory);
    }

    @AfterEach
    void stop() {
        hallway.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {140, 255})
    void shouldKeepAThousandOfTheReferencesOfALegalTextInARepositoryWithALongName(int length) {
        // Given
        String repository = repositoryOf(length);
        StringBuilder body = new StringBuilder();
        int references = 0;
        while (body.length() < LONGEST_TEXT_ON_GITHUB - 10) {
            body.append('#').append(++references + 1).append(' ');
        }

        // When
        hallway.take(pullRequest(repository, 1).body(body.toString()).build());

        // Then
        hallway.settle();
        assertThat(hallway.largestStateRecord()).isBetween(100_000, WHAT_KAFKA_TAKES);
        ItemView pull = hallway.reader().item(repository, 1).orElseThrow();
        assertThat(pull.referencesFound()).isEqualTo(references);
        assertThat(pull.references()).hasSize(Limits.REFERENCES);
    }

    @Test
    void shouldKeepAThousandOfAHundredThousandReferencesEachToAnotherRepositoryWithALongName() {
        // Given
        int references = 100 * Limits.REFERENCES;
        String name = "o/" + "x".repeat(200);
        String body = IntStream.range(0, references)
                .mapToObj(number -> name + number + "#1")
                .collect(Collectors.joining(" "));

        // When
        hallway.take(pullRequest(APP, 1).body(body).build());

        // Then
        hallway.settle();
        assertThat(hallway.largestStateRecord()).isBetween(100_000, WHAT_KAFKA_TAKES);
        assertThat(hallway.largest("notices-repartition")).isBetween(1, WHAT_KAFKA_TAKES);
        ItemView pull = hallway.reader().item(APP, 1).orElseThrow();
        assertThat(pull.referencesFound()).isEqualTo(references);
        assertThat(pull.references()).hasSize(Limits.REFERENCES);
    }

    @Test
    void shouldKeepAThousandOfAHundredThousandClosingReferencesBesideAThousandOfTheText() {
        // Given
        String repository = repositoryOf(255);
        int references = 100 * Limits.REFERENCES;
        List<String> closing = IntStream.rangeClosed(2, references + 1)
                .mapToObj(number -> repository + "#" + number)
                .toList();
        String body = IntStream.rangeClosed(200_001, 300_000)
                .mapToObj(number -> "#" + number)
                .collect(Collectors.joining(" "));

        // When
        hallway.take(
                pullRequest(repository, 1).body(body).closingReferences(closing).build());

        // Then
        hallway.settle();
        assertThat(hallway.largestStateRecord()).isBetween(500_000, WHAT_KAFKA_TAKES);
        ItemView pull = hallway.reader().item(repository, 1).orElseThrow();
        assertThat(pull.referencesFound()).isEqualTo(2L * references);
        assertThat(pull.references()).hasSize(Limits.REFERENCES).allMatch(Reference::closes);
    }

    @Test
    void shouldHealByALaterCorrection() {
        // Given
        hallway.take(issue(APP, 2).build());
        hallway.take(issue(APP, 1_000).build());
        String body = IntStream.rangeClosed(2, 100_000)
                .mapToObj(number -> "#" + number)
                .collect(Collectors.joining(" "));
        hallway.take(pullRequest(APP, 1).body(body).build());
        hallway.settle();

        // When
        hallway.take(pullRequest(APP, 1)
                .body("Fixes #2")
                .updatedAt("2024-01-02T10:00:00Z")
                .build());

        // Then
        hallway.settle();
        ItemView pull = hallway.reader().item(APP, 1).orElseThrow();
        assertThat(pull.references()).extracting(Reference::number).containsExactly(2L);
        assertThat(pull.referencesFound()).isEqualTo(1);
        assertThat(linkedTo(2)).isEqualTo(1);
        assertThat(linkedTo(1_000)).isZero();
    }

    @Test
    void shouldNameFiftyOfFiveThousandPullRequestsThatReferToAnIssueAndCountAll() {
        // Given
        int pulls = 5_000;
        String title = "字".repeat(A_MILLION / 1_000);
        hallway.take(issue(APP, 1).build());

        // When
        for (int number = 2; number <= pulls + 1; number++) {
            hallway.take(pullRequest(APP, number).title(title).body("Fixes #1").build());
        }

        // Then
        hallway.settle();
        Story story = Objects.requireNonNull(hallway.published(Topics.STORIES).get(APP + "#1"));
        assertThat(story.getPullRequests()).hasSize(50);
        assertThat(story.getLinkedPullRequests()).isEqualTo(pulls);
        assertThat(hallway.written(Topics.STORIES, story)).hasSizeBetween(50_000, WHAT_KAFKA_TAKES);
        assertThat(hallway.largestStateRecord()).isLessThan(10_000);
    }

    @Test
    void shouldHoldAnItemWithTwentyThousandComments() {
        // Given
        int comments = 20_000;
        hallway.take(issue(APP, 1).build());

        // When
        for (int id = 1; id <= comments; id++) {
            hallway.take(comment(APP, 1, id)
                    .by(Facts.user(id % 500 + 10, "user" + id % 500))
                    .at(Facts.START.plusSeconds(id))
                    .build());
        }

        // Then
        hallway.settle();
        assertThat(hallway.reader().story(APP, 1).orElseThrow().getDemandPeople())
                .isEqualTo(501);
        assertThat(Objects.requireNonNull(
                                hallway.reader().item(APP, 1).orElseThrow().firstResponse())
                        .seconds())
                .isEqualTo(1);
        assertThat(hallway.largestStateRecord()).isLessThan(2_000);
    }

    @Test
    void shouldHoldAWeekWithFiveThousandContributors() {
        // Given
        int contributors = 5_000;

        // When
        for (int id = 1; id <= contributors; id++) {
            hallway.take(comment(APP, 1, id).by(Facts.user(id, "user" + id)).build());
        }

        // Then
        hallway.settle();
        ContributorDiversityWeek week = Objects.requireNonNull(
                hallway.published(Topics.CONTRIBUTOR_DIVERSITY).get(APP + "|2024-W01"));
        assertThat(week.getContributors()).isEqualTo(contributors);
        assertThat(week.getNewcomers()).isEqualTo(contributors);
        assertThat(week.getAbsenceFactor()).isEqualTo(contributors / 2);
        assertThat(hallway.reader().contributors(APP, IsoWeek.parse("2024-W01")))
                .extracting(Contributor::newcomer)
                .hasSize(contributors)
                .containsOnly(true);
        assertThat(hallway.largestStateRecord()).isLessThan(2_000);
    }

    @Test
    void shouldHoldAnAccountThatIsActiveFrom1970To2200() {
        // Given
        IsoWeek last = IsoWeek.of(Instant.parse("2199-11-30T00:00:00Z"));

        // When
        for (int week = 0; week <= last.ordinal(); week += 10) {
            Instant time = new IsoWeek(week).start().plusSeconds(4 * 86_400);
            hallway.take(comment(APP, 1, week + 1).at(time).build());
        }

        // Then
        hallway.settle();
        assertThat(hallway.largestStateRecord()).isBetween(3_000, 3_100);
        assertThat(hallway.reader().contributors(APP, new IsoWeek(1_570)))
                .extracting(Contributor::firstWeek)
                .containsExactly(IsoWeek.parse("1970-W01"));
    }

    @Test
    void shouldShowSomeOfTheGapsOfARepositoryAndHowManyThereAre() {
        // Given
        List<String> gaps = IntStream.range(0, 100 * Limits.NAMES_AND_GAPS)
                .mapToObj(number -> number + "字".repeat(Limits.GAP))
                .toList();
        List<String> names = IntStream.range(0, 100 * Limits.NAMES_AND_GAPS)
                .mapToObj(number -> "acme/" + "x".repeat(240) + number)
                .toList();

        // When
        hallway.take(
                Repository.newBuilder(Facts.repository(APP, 1).formerly(names).build())
                        .setGaps(gaps)
                        .setHtmlUrl("https://github.com/" + "x".repeat(A_MILLION))
                        .build());

        // Then
        hallway.settle();
        assertThat(hallway.largestStateRecord()).isBetween(100_000, WHAT_KAFKA_TAKES);
        RepositorySummary repository = hallway.reader().repository(APP).orElseThrow();
        assertThat(repository.gaps())
                .hasSize(Limits.NAMES_AND_GAPS + 1)
                .allMatch(gap -> gap.length() <= Limits.GAP)
                .last()
                .isEqualTo("and 19800 more gaps");
    }

    @Test
    void shouldNotClaimNamesThatAreTooLongToBeNames() {
        // When
        hallway.take(Repository.newBuilder(Facts.repository(APP, 1)
                        .formerly(List.of("acme/" + "x".repeat(A_MILLION), "acme/old"))
                        .build())
                .build());

        // Then
        hallway.take(issue(APP, 1).build());
        hallway.take(pullRequest("acme/fork", 5).body("Fixes acme/old#1").build());
        hallway.settle();
        assertThat(linkedTo(1)).isEqualTo(1);
        assertThat(hallway.largestStateRecord()).isLessThan(10_000);
    }

    @Test
    void shouldSetADescriptionUnderANameThatIsTooLongAside() {
        // When
        hallway.take(Facts.repository("acme/" + "x".repeat(A_MILLION), 1).build());

        // Then
        hallway.settle();
        assertThat(hallway.deadLetters()).hasSize(1);
        assertThat(hallway.reader().repositories()).isEmpty();
        assertThat(hallway.largestStateRecord()).isLessThan(100);
    }

    @Test
    void shouldSetAnItemUnderANameThatIsTooLongAside() {
        // When
        hallway.take(issue("acme/" + "x".repeat(A_MILLION), 1).build());

        // Then
        hallway.settle();
        assertThat(hallway.deadLetters()).hasSize(1);
        assertThat(hallway.reader().repositories()).isEmpty();
        assertThat(hallway.largestStateRecord()).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/字", "acme/\u0000app", "acme/a b"})
    void shouldSetAnItemUnderWhatCannotBeANameAside(String repository) {
        // When
        hallway.take(issue(repository, 1).build());

        // Then
        assertThat(hallway.deadLetters()).hasSize(1);
        assertThat(hallway.reader().repositories()).isEmpty();
    }

    @Test
    void shouldNotFollowReferencesToWhatCannotBeAName() {
        // Given
        List<String> closing = IntStream.rangeClosed(1, Limits.REFERENCES)
                .mapToObj(number -> "acme/" + "字".repeat(240) + "#" + number)
                .toList();

        // When
        hallway.take(pullRequest(APP, 1).closingReferences(closing).build());

        // Then
        hallway.settle();
        assertThat(hallway.largestStateRecord()).isLessThan(10_000);
        assertThat(hallway.reader().item(APP, 1).orElseThrow().references()).isEmpty();
    }

    @Test
    void shouldKeepAnExcerptOfATitleAndOfALoginOfAMillionCharacters() {
        // Given
        Account author = new Account(5L, "字".repeat(A_MILLION), AccountType.USER);

        // When
        hallway.take(issue(APP, 1).title("字".repeat(A_MILLION)).openedBy(author).build());

        // Then
        hallway.settle();
        ItemView issue = hallway.reader().item(APP, 1).orElseThrow();
        assertThat(issue.title()).hasSize(Limits.TITLE).endsWith("…");
        assertThat(issue.author()).hasSize(Limits.LOGIN).endsWith("…");
        assertThat(hallway.largestStateRecord()).isLessThan(5_000);
    }

    @Test
    void shouldSetAnItemWithAnAddressOfAMillionCharactersAside() {
        // Given
        PullRequest pull = PullRequest.newBuilder(pullRequest(APP, 1).build())
                .setHtmlUrl("https://github.com/" + "x".repeat(A_MILLION))
                .build();

        // When
        hallway.take(pull);

        // Then
        hallway.settle();
        assertThat(hallway.deadLetters()).hasSize(1);
        assertThat(hallway.reader().repositories()).as("nothing is counted").isEmpty();
    }

    private long linkedTo(long issue) {
        return hallway.reader().story(APP, issue).orElseThrow().getLinkedPullRequests();
    }

    private static String repositoryOf(int length) {
        String name = "acme/" + "x".repeat(length - 5);
        assertThat(name.toLowerCase(Locale.ROOT).getBytes(UTF_8)).hasSize(length);
        return name;
    }
}
