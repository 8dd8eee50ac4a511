// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static dev.hallway.streams.http.Caller.get;
import static dev.hallway.streams.http.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.SecretsCommunity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One digest of the repositories of two instances. */
class PortfolioDigestResourceTest {

    private static final String BOTH = "/api/v1/digest?repository=dapr/dapr&repository=acme/app&week=2020-W08";
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @ParameterizedTest
    @ValueSource(strings = {BOTH, "/api/v1/digest?week=2020-W08", "/api/v1/digest?owner=DAPR&owner=acme&week=2020-W08"})
    void shouldTellOfTheRepositoriesOfAllInstances(String path) throws IOException, InterruptedException {
        try (HttpServer holder = Caller.serve(Caller.here(SecretsCommunity.community()));
                HttpServer asked = Caller.serve(new Two(new Located.Elsewhere(holder.address(), Set.of(0))))) {
            // When
            HttpResponse<String> answer = get(asked, path);

            // Then
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/markdown; charset=utf-8");
            assertThat(answer.headers().firstValue("Hallway-Complete")).hasValue("false");
            assertThat(answer.body())
                    .startsWith("# 2 repositories: week 2020-W08\n")
                    .contains(
                            "**linus-new**, a newcomer, has waited 4 d 16 h for a first reply to issue [Dapr/dapr#1060]")
                    .contains("| [acme/app](http://127.0.0.1:");
        }
    }

    @Test
    void shouldTellOfTheLastWeekThatIsOverInAllOfThem() throws IOException, InterruptedException {
        try (HttpServer holder = Caller.serve(Caller.here(SecretsCommunity.community()));
                HttpServer asked = Caller.serve(new Two(new Located.Elsewhere(holder.address(), Set.of(0))))) {
            // When
            JsonNode answer = json(get(asked, "/api/v1/digest?format=json&repository=dapr/dapr&repository=dapr/DAPR"));

            // Then
            assertThat(answer.at("/data/week").asText()).isEqualTo("2020-W08");
            assertThat(answer.at("/data/repositories/total").asInt()).isOne();
            assertThat(answer.at("/data/people/0/repository").asText()).isEqualTo("Dapr/dapr");
            assertThat(answer.at("/freshness/syncedAt").asText()).isEqualTo("2020-02-26T08:00:00Z");
        }
    }

    @Test
    void shouldBeAPageWithItsStyle() throws IOException, InterruptedException {
        try (HttpServer server = Caller.serve(Caller.here(SecretsCommunity.community()))) {
            // When
            HttpResponse<String> answer = get(server, "/api/v1/digest?week=2020-W08&format=html");

            // Then
            assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("<h1>1 repository: week 2020-W08</h1>");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("style-src 'self' 'sha256-");
        }
    }

    @Test
    void shouldGiveNoDigestOfSomeOfThem() throws IOException, InterruptedException {
        // Given
        try (HttpServer asked = Caller.serve(new Two(new Located.Elsewhere(NOBODY, Set.of(0))))) {
            // When
            HttpResponse<String> answer = get(asked, BOTH);

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        }
    }

    @Test
    void shouldNotSendAForwardedRequestOn() throws IOException, InterruptedException {
        // Given
        try (HttpServer asked = Caller.serve(new Two(new Located.Elsewhere(NOBODY, Set.of(0))))) {
            // When
            HttpResponse<String> answer =
                    get(asked, "/api/v1/digest?repository=dapr/dapr&week=2020-W08", Forwarder.FORWARDED, "1");

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).path("detail").asText()).startsWith("dapr/dapr is moving between instances");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"repository=no/where", "repository=dapr/dapr&repository=%22", "owner=nobody"})
    void shouldSayWhichRepositoryIsNotKnown(String query) throws IOException, InterruptedException {
        try (HttpServer server = Caller.serve(Caller.here(SecretsCommunity.community()))) {
            // When
            HttpResponse<String> answer = get(server, "/api/v1/digest?week=2020-W08&" + query);

            // Then
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).path("detail").asText()).contains("known here");
        }
    }

    @Test
    void shouldRefuseMoreRepositoriesThanADigestTellsOf() throws IOException, InterruptedException {
        // Given
        String names = IntStream.rangeClosed(0, 200)
                .mapToObj(place -> "repository=a/" + place)
                .collect(Collectors.joining("&"));
        try (HttpServer server = Caller.serve(Caller.here(SecretsCommunity.community()))) {
            // When
            HttpResponse<String> answer = get(server, "/api/v1/digest?" + names);

            // Then
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("detail").asText())
                    .startsWith("A digest tells of 200 repositories at most, and these are 201:");
        }
    }

    @Test
    void shouldUnderstandTheNamesOfAsManyRepositories() throws IOException, InterruptedException {
        // Given
        String names = IntStream.range(0, 200)
                .mapToObj(place -> "an-owner/" + "r".repeat(20) + place)
                .collect(Collectors.joining(","));
        try (HttpServer server = Caller.serve(Caller.here(SecretsCommunity.community()))) {
            // When
            HttpResponse<String> answer = get(server, "/api/v1/digest?repository=" + names);

            // Then
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    /** One instance holds acme/app, the other one dapr/dapr. */
    private record Two(Located dapr) implements CommunityDirectory {

        private static final Located ACME = new Located.Here(
                1,
                new InMemoryCommunity(new RepositorySummary(
                        "acme/app",
                        "https://github.com/acme/app",
                        SecretsCommunity.SYNCED.plusSeconds(86_400),
                        true,
                        List.of(),
                        null,
                        null,
                        null)));

        @Override
        public Located locate(String repository) {
            return repository.startsWith("acme/") ? ACME : dapr;
        }

        @Override
        public List<Located> everywhere() {
            return List.of(ACME, dapr);
        }
    }
}
