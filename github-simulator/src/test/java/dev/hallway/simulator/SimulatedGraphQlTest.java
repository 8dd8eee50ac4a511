// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedGraphQlTest {

    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
    private static final Account ADA = Account.person(7, "ada");

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final SimulatedRepository repository =
            community.create(new RepositoryProfile(11, "some/where", "main", NOW));
    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private SimulatedGitHub github = start(SimulationSettings.likeGitHub());

    @BeforeEach
    void fill() {
        repository.put(Entity.Issue.opened(1, ADA, "Wish", null, NOW));
        repository.put(Entity.PullRequest.opened(2, ADA, "Fixes #1", "resolves #99, see #1", NOW));
        for (long id = 1; id <= 5; id++) {
            repository.put(
                    Entity.Review.submitted(id, 2, Account.bot(8, "robot[bot]"), "COMMENTED", NOW.plusSeconds(id)));
        }
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldTellIssuesThatThereAreAndAPullRequestClosesByKeywordOrByHand() {
        // Given
        community
                .create(new RepositoryProfile(12, "else/where", "main", NOW))
                .put(Entity.Issue.opened(5, ADA, "Wish", null, NOW));
        repository.put(2, new PullRequestExtras(List.of("else/where#5", "no/where#6"), null, null));

        // When
        JsonNode answer = pull("closingIssuesReferences(first: 9) { nodes { number repository { nameWithOwner } } }");

        // Then
        assertThat(answer.toString())
                .isEqualTo("{\"closingIssuesReferences\":{\"nodes\":["
                        + "{\"number\":1,\"repository\":{\"nameWithOwner\":\"some/where\"}},"
                        + "{\"number\":5,\"repository\":{\"nameWithOwner\":\"else/where\"}}]}}");
    }

    @Test
    void shouldTellWhichNumbersAreDiscussions() {
        // Given
        repository.discuss(3);

        // When
        JsonNode answer = json(ask(
                "{ repository(owner: \\\"some\\\", name: \\\"where\\\") { d1: discussion(number: 1) { number }"
                        + " d3: discussion(number: 3) { number } } }",
                "Bearer test"));

        // Then
        assertThat(answer.path("data").path("repository").toString()).isEqualTo("{\"d1\":null,\"d3\":{\"number\":3}}");
        assertThat(answer.path("errors")).hasSize(1);
        assertThat(answer.path("errors").path(0).path("type").asText()).isEqualTo("NOT_FOUND");
        assertThat(answer.path("errors").path(0).path("path").path(1).asText()).isEqualTo("d1");
    }

    @Test
    void shouldPageThroughReviewsAndShowBotsWithoutASuffix() {
        // Given
        String reviews = " { nodes { fullDatabaseId author { __typename login } } pageInfo { hasNextPage endCursor } }";
        JsonNode first = pull("reviews(first: 3)" + reviews).path("reviews");
        String after = first.path("pageInfo").path("endCursor").asText();

        // When
        JsonNode second = pull("reviews(first: 3, after: \\\"" + after + "\\\")" + reviews)
                .path("reviews");

        // Then
        assertThat(first.path("pageInfo").path("hasNextPage").asBoolean()).isTrue();
        assertThat(first.path("nodes").path(0).toString())
                .isEqualTo("{\"fullDatabaseId\":\"1\",\"author\":{\"__typename\":\"Bot\",\"login\":\"robot\"}}");
        assertThat(second.path("pageInfo").path("hasNextPage").asBoolean()).isFalse();
        assertThat(second.path("nodes").findValuesAsText("fullDatabaseId")).containsExactly("4", "5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ repository(owner: \\\"no\\\", name: \\\"body\\\") { nameWithOwner } } | NOT_FOUND",
                "{ repository(owner: \\\"some\\\", name: \\\"where\\\") { pullRequest(number: 1) { title } } } | NOT_FOUND",
                "{ repository(owner: \\\"some\\\", name: \\\"where\\\") { pullRequest(number: 2) { reviews { totalCount } } } }"
                        + " | MISSING_PAGINATION_BOUNDARIES",
                "{ repository(owner: \\\"some\\\", name: \\\"where\\\") { pullRequest(number: 2) { reviews(first: 101)"
                        + " { totalCount } } } } | EXCESSIVE_PAGINATION",
            })
    void shouldNullWhatItRefusesAndSayWhyInGitHubsForm(String query, String type) {
        // When
        JsonNode answer = json(ask(query, "Bearer test"));

        // Then
        assertThat(answer.path("errors").path(0).path("type").asText()).isEqualTo(type);
        assertThat(answer.path("errors").path(0).path("path").path(0).asText()).isEqualTo("repository");
        assertThat(answer.has("data")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"{ repositories { name } }", "{ repository }", "'{ repository('", "mutation { star }"})
    void shouldNotRunWhatGitHubWouldNotUnderstand(String query) {
        // When
        JsonNode answer = json(ask(query, "Bearer test"));

        // Then
        assertThat(answer.has("data")).isFalse();
        assertThat(answer.path("errors")).isNotEmpty();
    }

    @Test
    void shouldWantAToken() {
        // When
        HttpResponse<String> answer =
                ask("{ repository(owner: \\\"some\\\", name: \\\"where\\\") { databaseId } }", "");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void shouldGiveUpOnLargeQueriesWhenToldTo() {
        // Given
        github.faults().giveUpAbove(4);
        String query = "{ repository(owner: \\\"some\\\", name: \\\"where\\\") { pullRequest(number: 2)"
                + " { reviews(first: %d) { nodes { state } } } } }";

        // When
        List<Integer> statuses = List.of(
                ask(query.formatted(5), "Bearer test").statusCode(),
                ask(query.formatted(4), "Bearer test").statusCode());

        // Then
        assertThat(statuses).containsExactly(502, 200);
    }

    @Test
    void shouldCountQueriesApartAndTellWithinTheAnswerThatNoneAreLeft() {
        // Given
        github.close();
        github = start(SimulationSettings.likeGitHub().limitedTo(OptionalInt.of(1)));
        String query = "{ repository(owner: \\\"some\\\", name: \\\"where\\\") { databaseId } }";
        HttpResponse<String> first = ask(query, "Bearer test");

        // When
        HttpResponse<String> second = ask(query, "Bearer test");

        // Then
        assertThat(first.headers().firstValue("X-RateLimit-Resource")).contains("graphql");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second).path("errors").path(0).path("type").asText()).isEqualTo("RATE_LIMITED");
        assertThat(new Reader(github.url()).get("/repos/some/where").statusCode())
                .isEqualTo(200);
    }

    private JsonNode pull(String selection) {
        String query = "{ repository(owner: \\\"some\\\", name: \\\"where\\\") { pullRequest(number: 2) { " + selection
                + " } } }";
        JsonNode answer = json(ask(query, "Bearer test"));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.path("data").path("repository").path("pullRequest");
    }

    private HttpResponse<String> ask(String query, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(github.url() + "/graphql"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + query + "\"}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("No answer.", failed);
        }
    }

    private JsonNode json(HttpResponse<String> answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException broken) {
            throw new IllegalStateException("Not JSON: " + answer.body(), broken);
        }
    }

    private SimulatedGitHub start(SimulationSettings settings) {
        return SimulatedGitHub.start(community, Clock.fixed(NOW, ZoneOffset.UTC), settings);
    }
}
