// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static dev.hallway.streams.Eventually.until;
import static dev.hallway.streams.http.Caller.get;
import static dev.hallway.streams.http.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.portfolio.FigureCache;
import dev.hallway.streams.portfolio.WeeklyTrends;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PortfolioTest {

    private static final String PORTFOLIO = "/api/v1/portfolio";
    private static final Instant NOW = SecretsCommunity.SYNCED;
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int MANY = 1_000;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void shouldShowTheFiguresOfARepository() throws IOException, InterruptedException {
        // When
        JsonNode answer = ask(serve(SecretsCommunity.community()), "");

        // Then
        JsonNode row = answer.at("/data/repositories/0");
        assertThat(row.path("repository").asText()).isEqualTo("Dapr/dapr");
        assertThat(row.path("readAt").asText()).isEqualTo(NOW.toString());
        assertThat(row.at("/completeness/complete").asBoolean(true)).isFalse();
        assertThat(row.path("contributors").asLong()).isEqualTo(3);
        assertThat(row.path("absenceFactor").asLong()).isEqualTo(2);
        assertThat(row.path("feedbackToMergeMedianSeconds").asLong()).isEqualTo(790_200);
        assertThat(row.path("feedbackToMergeCount").asLong()).isEqualTo(1);
        assertThat(row.at("/issues/open").asLong()).isEqualTo(2);
        assertThat(row.at("/issues/waiting").asLong()).isEqualTo(1);
        assertThat(row.at("/pullRequests/firstResponseMedianSeconds").asLong()).isEqualTo(3_600);
        assertThat(answer.at("/data/owners/0/issuesOpened").asLong()).isEqualTo(5);
        assertThat(answer.at("/data/owners/0/gaps").asLong()).isEqualTo(1);
        assertThat(answer.at("/freshness/gaps/0").asText()).startsWith("named gaps: 1");
        assertThat(answer.at("/freshness/completeness/words").asText()).isEqualTo("1 of 1 repository incomplete");
    }

    @Test
    void shouldShowNothingAsZeroWhereTheDataDoNotReach() throws IOException, InterruptedException {
        // When
        JsonNode trends = ask(serve(SecretsCommunity.community()), "").at("/data/repositories/0/trends");

        // Then
        assertThat(trends.path("weeks")).hasSize(WeeklyTrends.WEEKS);
        assertThat(texts(trends.path("weeks")).subList(22, 26))
                .containsExactly("2020-W06", "2020-W07", "2020-W08", "2020-W09");
        assertThat(texts(trends.path("opened")).subList(22, 26)).containsExactly("null", "4", "2", "0");
        assertThat(texts(trends.path("contributors")).subList(22, 26)).containsExactly("null", "4", "3", "0");
        assertThat(texts(trends.path("feedbackToMergeP50Seconds")).subList(22, 26))
                .containsExactly("null", "null", "790200", "null");
    }

    @Test
    void shouldSayWhichRepositoriesAreNotReadYet() throws IOException, InterruptedException {
        // Given
        HttpServer server = Caller.serve(Caller.here(SecretsCommunity.community()), Caller.noFigures());
        open.add(server);

        // When
        JsonNode data = ask(server, "").path("data");

        // Then
        assertThat(data.path("unread").asLong()).isEqualTo(1);
        assertThat(data.at("/owners/0/unread").asLong()).isEqualTo(1);
        assertThat(data.at("/owners/0/waiting").isNull()).isTrue();
        assertThat(data.at("/repositories/0/readAt").isNull()).isTrue();
        assertThat(data.at("/repositories/0/contributors").isNull()).isTrue();
        assertThat(data.at("/repositories/0/issues/open").isNull()).isTrue();
        assertThat(data.at("/repositories/0/trends").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|acme/a acme/b acme/c Zoo/d",
                "?order=desc|Zoo/d acme/c acme/b acme/a",
                "?sort=open|acme/b acme/a acme/c Zoo/d",
                "?sort=open&order=asc|acme/c acme/a acme/b Zoo/d",
                "?sort=waiting&limit=2|acme/b acme/a",
                "?sort=waiting&limit=2&offset=2|acme/c Zoo/d",
                "?sort=synced|acme/a acme/b acme/c Zoo/d",
                "?sort=response&order=asc|acme/a acme/b acme/c Zoo/d",
                "?q=%2FA|acme/a",
                "?q=ACME&owner=zoo|''",
                "?owner=acm|''",
                "?owner=ZOO|Zoo/d",
                "?q=%25|''",
                "?q=+|acme/a acme/b acme/c Zoo/d",
                "?offset=10000|''",
            })
    void shouldSortSearchAndPage(String query, @Nullable String expected) throws IOException, InterruptedException {
        // Given
        HttpServer server = serve(
                named("acme/c", NOW, 0), named("Zoo/d", null, 0), named("acme/b", NOW, 5), named("acme/a", NOW, 2));

        // When
        JsonNode answer = ask(server, query);

        // Then
        assertThat(String.join(" ", answer.at("/data/repositories").findValuesAsText("repository")))
                .isEqualTo(expected);
        assertThat(answer.at("/data/owners").findValuesAsText("owner")).containsExactly("acme", "Zoo");
        assertThat(answer.at("/data/owners/0/openIssues").asLong()).isEqualTo(7);
        assertThat(answer.at("/freshness/syncedAt").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=stars|The parameter 'sort' is 'stars': give one of name, contributors, newcomers, waiting,",
                "order=up|The parameter 'order' is 'up': give one of asc, desc.",
                "limit=101|The parameter 'limit' is '101': give a whole number, 1 to 100.",
                "limit=0|The parameter 'limit' is '0':",
                "offset=-1|The parameter 'offset' is '-1': give a whole number, 0 to 10000.",
                "offset=10001|The parameter 'offset' is '10001':",
                "offset=99999999999999999999|The parameter 'offset' is '99999999999999999999':",
            })
    void shouldSayWhatWouldBeRight(String query, String detail) throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(serve(SecretsCommunity.community()), PORTFOLIO + "?" + query);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asText()).startsWith(detail);
    }

    @Test
    void shouldRefuseATextThatIsLongerThanAnyName() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(serve(SecretsCommunity.community()), PORTFOLIO + "?q=" + "x".repeat(5_000));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).hasSizeLessThan(1_000).contains("give at most 255 characters.");
    }

    @Test
    void shouldAnswerBrieflyAboutAThousandRepositories() throws IOException, InterruptedException {
        // Given
        HttpServer server = serve(IntStream.range(0, MANY)
                .mapToObj(number -> named("owner-%03d/app-%04d".formatted(number / 5, number), NOW, number % 10))
                .toArray(CommunityReader[]::new));

        // When
        HttpResponse<String> answer = get(server, PORTFOLIO + "?sort=open");

        // Then
        JsonNode data = json(answer).path("data");
        assertThat(data.path("total").asLong()).isEqualTo(MANY);
        assertThat(data.path("unread").asLong()).isZero();
        assertThat(data.path("ownersTotal").asLong()).isEqualTo(MANY / 5);
        assertThat(data.path("owners")).hasSize(100);
        assertThat(data.path("repositories")).hasSize(50);
        assertThat(data.at("/repositories/0/issues/open").asLong()).isEqualTo(9);
        assertThat(answer.body()).hasSizeLessThan(100_000);
    }

    @Test
    void shouldAnswerForAllInstancesTogether() throws IOException, InterruptedException {
        // Given
        HttpServer holder = serve(named("acme/a", NOW, 2), named("acme/c", NOW.minusSeconds(60), 4));
        HttpServer asked = serveWith(
                List.of(named("acme/b", NOW, 3), named("Zoo/d", NOW, 1)),
                new Located.Elsewhere(holder.address(), Set.of(0)));

        // When
        JsonNode first = ask(asked, "?sort=open&limit=2");
        JsonNode second = ask(asked, "?sort=open&limit=2&offset=2&q=%2f");

        // Then
        assertThat(first.at("/data/repositories").findValuesAsText("repository"))
                .containsExactly("acme/c", "acme/b");
        assertThat(second.at("/data/repositories").findValuesAsText("repository"))
                .containsExactly("acme/a", "Zoo/d");
        assertThat(first.at("/data/total").asLong()).isEqualTo(4);
        assertThat(first.at("/data/owners/0/openIssues").asLong()).isEqualTo(9);
        assertThat(first.at("/data/repositories/0/trends/weeks")).hasSize(WeeklyTrends.WEEKS);
        assertThat(first.at("/freshness/syncedAt").asText())
                .isEqualTo(NOW.minusSeconds(60).toString());
    }

    @Test
    void shouldNotCallAnInstanceWithoutRepositoriesUnsynced() throws IOException, InterruptedException {
        // Given
        HttpServer holder = serveWith(List.of());
        HttpServer asked =
                serveWith(List.of(named("acme/b", NOW, 3)), new Located.Elsewhere(holder.address(), Set.of()));

        // When
        JsonNode answer = ask(asked, "");

        // Then
        assertThat(answer.at("/freshness/syncedAt").asText()).isEqualTo(NOW.toString());
    }

    @Test
    void shouldNotTakeAPartForTheWhole() throws IOException, InterruptedException {
        // Given
        HttpServer holder = serve(named("acme/a", NOW, 2));
        HttpServer asked =
                serveWith(List.of(named("acme/b", NOW, 3)), new Located.Elsewhere(holder.address(), Set.of(0, 2)));

        // When
        HttpResponse<String> answer = get(asked, PORTFOLIO);

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("detail").asText()).startsWith("Repositories are moving");
    }

    private HttpServer serve(CommunityReader... held) {
        return serveWith(List.of(held));
    }

    /** All that is held lies in partition 0. */
    private HttpServer serveWith(List<CommunityReader> held, Located... elsewhere) {
        FigureCache figures = new FigureCache(() -> held, CLOCK);
        List<Located> places = new ArrayList<>(List.of(elsewhere));
        held.forEach(reader -> places.add(new Located.Here(0, reader)));
        HttpServer server = Caller.serve(Caller.everywhere(places), figures);
        open.add(server);
        open.add(figures);
        figures.start();
        until(() -> figures.shown(held.size()).repositories().size() == held.size());
        return server;
    }

    private static JsonNode ask(HttpServer server, String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(server, PORTFOLIO + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static InMemoryCommunity named(String name, @Nullable Instant syncedAt, int issues) {
        InMemoryCommunity community = new InMemoryCommunity(
                new RepositorySummary(name, "https://github.com/" + name, syncedAt, true, List.of(), null, null, null));
        IntStream.rangeClosed(1, issues)
                .forEach(number -> community.with(Rows.item(name, number, Kind.ISSUE, NOW.minusSeconds(number))
                        .build()));
        return community;
    }
}
