// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.numbers.CheckSettings;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.streams.table.Table;
import dev.hallway.streams.table.Tables;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A repository as GitHub showed it at three moments: whoever read it each time has the same tables in the end as whoever
 * reads it once, whatever GitHub withdrew, corrected or changed without a sign in between.
 */
@SuppressWarnings("NullAway.Init") // Set before each test.
class ReplayTest {

    private static final String REPOSITORY = "Small/Town";
    private static final int ITEMS = 36;
    private static final long MERGED_LONG_AGO = 6;
    private static final long SHOWN_AS_OPEN_BY_MISTAKE = 9;
    private static final long WITHOUT_ITS_REVIEW = 12;
    private static final long WITHOUT_ITS_COMMENT = 13;
    private static final long DELETED = 16;
    private static final long NEWCOMERS_PULL = 15;
    private static final Account NEWCOMER = Account.person(77, "nadia");
    private static final List<String> TABLES =
            Tables.ALL.stream().map(Table::name).toList();

    private final PassingTime calendar = new PassingTime(Instant.parse("2024-04-01T12:00:00Z"));
    private final SimulatedCommunity community = SmallCommunity.of(List.of(REPOSITORY), ITEMS);
    private final SimulatedRepository repository = community.repositories().get(0);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldEndWithTheSameTablesWhenVerifying(boolean withToken) {
        try (SimulatedGitHub github = serve()) {
            // Given
            Access access = access(withToken);
            read("replayed", github, access, settings -> settings);
            calendar.forward(Duration.ofHours(1));
            second();
            Map<String, String> unverified = read("replayed", github, access, HallwaySettings::verifying);
            calendar.forward(Duration.ofHours(1));
            third();

            // When
            Map<String, String> replayed = read("replayed", github, access, HallwaySettings::verifying);

            // Then
            assertThat(replayed)
                    .isEqualTo(read("fresh", github, access, settings -> settings))
                    .isNotEqualTo(unverified);
        }
    }

    @Test
    void shouldEndWithTheSameTablesWhenTheChecksAreForced() {
        try (SimulatedGitHub github = serve()) {
            // Given
            Access access = access(true);
            CheckSettings forced = new CheckSettings(20, Duration.ofSeconds(1), Duration.ofSeconds(1));
            read("replayed", github, access, settings -> settings.checkedBy(forced));
            calendar.forward(Duration.ofMinutes(1));
            second();
            read("replayed", github, access, settings -> settings.checkedBy(forced));
            calendar.forward(Duration.ofMinutes(1));
            third();

            // When
            Map<String, String> replayed = read("replayed", github, access, settings -> settings.checkedBy(forced));

            // Then
            assertThat(replayed).isEqualTo(read("fresh", github, access, settings -> settings));
        }
    }

    @Test
    void shouldEndWithTheSameTablesAfterAReset() throws InterruptedException {
        try (SimulatedGitHub github = serve()) {
            // Given
            Access access = access(true);
            read("replayed", github, access, settings -> settings);
            calendar.forward(Duration.ofHours(1));
            second();
            read("replayed", github, access, settings -> settings);
            calendar.forward(Duration.ofHours(1));
            third();
            Map<String, String> replayed;
            try (Hallway hallway = start("replayed", github, access, settings -> settings)) {

                // When
                reset(hallway, github, access);
                hallway.bringUpToDate();
                replayed = tables(hallway.address());
            }

            // Then
            assertThat(replayed).isEqualTo(read("fresh", github, access, settings -> settings));
        }
    }

    /** What changed without a sign, what GitHub shows wrongly, and what a banned account did. */
    private void second() {
        Entity.PullRequest old = pull(MERGED_LONG_AGO);
        repository.put(old.associated("MEMBER"));
        comments(MERGED_LONG_AGO).forEach(comment -> repository.put(comment.associated("MEMBER")));
        Entity.PullRequest wrong = pull(SHOWN_AS_OPEN_BY_MISTAKE);
        repository.put(Entity.PullRequest.opened(
                        wrong.number(), wrong.author(), wrong.title(), wrong.body(), wrong.createdAt())
                .touched(calendar.instant()));
        repository.put(Entity.Review.submitted(
                900_001,
                NEWCOMERS_PULL,
                NEWCOMER,
                "APPROVED",
                pull(NEWCOMERS_PULL).createdAt().plusSeconds(30)));
        repository.put(pull(NEWCOMERS_PULL).touched(calendar.instant()));
        repository.put(Entity.Issue.opened(ITEMS + 1L, NEWCOMER, "Later", null, calendar.instant()));
    }

    private void third() {
        repository.put(closedAgain());
        repository.removeReview(900_001);
        reviews(WITHOUT_ITS_REVIEW).forEach(review -> repository.removeReview(review.id()));
        comments(WITHOUT_ITS_COMMENT).forEach(comment -> repository.removeIssueComment(comment.id()));
        reviews(MERGED_LONG_AGO).forEach(review -> repository.put(review.associated("MEMBER")));
        repository.everything().stream()
                .filter(Entity.ReviewComment.class::isInstance)
                .map(Entity.ReviewComment.class::cast)
                .filter(comment -> comment.number() == MERGED_LONG_AGO)
                .forEach(comment -> repository.put(comment.associated("MEMBER")));
        repository.delete(DELETED);
    }

    /** As it was at first: its time of change goes back. */
    private Entity.PullRequest closedAgain() {
        Entity.PullRequest wrong = pull(SHOWN_AS_OPEN_BY_MISTAKE);
        return Entity.PullRequest.opened(wrong.number(), wrong.author(), wrong.title(), wrong.body(), wrong.createdAt())
                .merged(wrong.createdAt().plus(Duration.ofHours(wrong.number())));
    }

    private Entity.PullRequest pull(long number) {
        return repository.everything().stream()
                .filter(Entity.PullRequest.class::isInstance)
                .map(Entity.PullRequest.class::cast)
                .filter(pull -> pull.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private List<Entity.Review> reviews(long number) {
        return repository.everything().stream()
                .filter(Entity.Review.class::isInstance)
                .map(Entity.Review.class::cast)
                .filter(review -> review.number() == number)
                .toList();
    }

    private List<Entity.IssueComment> comments(long number) {
        return repository.everything().stream()
                .filter(Entity.IssueComment.class::isInstance)
                .map(Entity.IssueComment.class::cast)
                .filter(comment -> comment.number() == number)
                .toList();
    }

    private SimulatedGitHub serve() {
        return SimulatedGitHub.start(
                community, calendar, SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty()));
    }

    private static Access access(boolean withToken) {
        return withToken ? Access.with(new Token("ghp_replay")) : Access.anonymous();
    }

    private Map<String, String> read(
            String name, SimulatedGitHub github, Access access, UnaryOperator<HallwaySettings> how) {
        try (Hallway hallway = start(name, github, access, how)) {
            hallway.bringUpToDate();
            return tables(hallway.address());
        }
    }

    private Hallway start(String name, SimulatedGitHub github, Access access, UnaryOperator<HallwaySettings> how) {
        HallwaySettings settings = new HallwaySettings(
                List.of(REPOSITORY), github.url(), access, DataDirectory.prepare(directory.resolve(name)), 0, 0, 0);
        return Hallway.start(how.apply(settings), new HallwayParts(), new PlausibleWatcher());
    }

    private static void reset(Hallway hallway, SimulatedGitHub github, Access access) throws InterruptedException {
        IngestSettings settings = new IngestSettings(
                        github.url(),
                        access,
                        List.of(REPOSITORY),
                        hallway.cluster().kafka(),
                        hallway.cluster().registry(),
                        "reset",
                        Duration.ofMinutes(1))
                .startingAt(new Start(Optional.empty(), true));
        try (Ingester ingester = Ingester.connect(settings, new IngestListener() {})) {
            assertThat(ingester.runCycle().complete()).isTrue();
        }
    }

    private static Map<String, String> tables(URI address) {
        Map<String, String> tables = new LinkedHashMap<>();
        TABLES.forEach(table -> tables.put(
                table, get(address + Answers.REPOSITORIES + "/" + REPOSITORY + "/tables/" + table + ".csv")));
        return tables;
    }

    private static String get(String url) {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(url).isEqualTo(200);
            return response.body();
        } catch (IOException unreachable) {
            throw new AssertionError(url, unreachable);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Interrupted while asking " + url + ".", interrupted);
        }
    }
}
