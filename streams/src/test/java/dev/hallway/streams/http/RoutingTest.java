// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static dev.hallway.streams.http.Caller.get;
import static dev.hallway.streams.http.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ReaderUnavailableException;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.SecretsCommunity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

    private static final String FLOW = "/api/v1/repositories/dapr/dapr/flow";
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @Test
    void shouldAnswerWhatAnotherInstanceHolds() throws IOException, InterruptedException {
        try (HttpServer holder = Caller.serve(Caller.here(SecretsCommunity.community()));
                HttpServer asked = Caller.serve(Caller.directory(new Located.Elsewhere(holder.address(), Set.of(0))))) {
            // When
            HttpResponse<String> answer = get(asked, FLOW + "?from=2020-W08", "Accept", "text/csv");

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).endsWith("Dapr/dapr,2020-W08,1,2,1,1,1,0,3,0\n");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
            assertThat(answer.headers().allValues("Hallway-Served-By"))
                    .containsExactly(holder.address().getAuthority());
        }
    }

    @Test
    void shouldPassProblemsOfAnotherInstanceOn() throws IOException, InterruptedException {
        try (HttpServer holder = Caller.serve(Caller.here(SecretsCommunity.community()));
                HttpServer asked = Caller.serve(Caller.directory(new Located.Elsewhere(holder.address(), Set.of(0))))) {
            // When
            HttpResponse<String> answer = get(asked, FLOW + "?from=now");

            // Then
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=utf-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?x=|", "?x=\"<>^`{}", "?x=[]", "?x=%", "?x=%zz", "?x=\u00e9", "?x=\\"})
    void shouldPassOnWhatIsNotEscaped(String query) throws IOException {
        try (HttpServer holder = Caller.serve(Caller.here(SecretsCommunity.community()));
                HttpServer asked = Caller.serve(Caller.directory(new Located.Elsewhere(holder.address(), Set.of(0))))) {
            // When
            String answer = Caller.firstLine(asked, FLOW + query);

            // Then
            assertThat(answer).isEqualTo(Caller.firstLine(holder, FLOW + query)).contains(" 200 ");
        }
    }

    @Test
    void shouldNotSendAForwardedRequestOn() throws IOException, InterruptedException {
        // Given
        try (HttpServer asked = Caller.serve(Caller.directory(new Located.Elsewhere(NOBODY, Set.of(0))))) {
            // When
            HttpResponse<String> answer = get(asked, FLOW, Forwarder.FORWARDED, "1");

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).path("detail").asText()).startsWith("The repository is moving");
        }
    }

    @Test
    void shouldListTheRepositoriesOfAllInstances() throws IOException, InterruptedException {
        // Given
        InMemoryCommunity other = new InMemoryCommunity(
                new RepositorySummary("a/b", "https://github.com/a/b", null, false, List.of(), null, null, null));
        try (HttpServer holder = Caller.serve(Caller.here(SecretsCommunity.community()));
                HttpServer asked = Caller.serve(
                        everywhere(new Located.Elsewhere(holder.address(), Set.of(0)), new Located.Here(1, other)))) {
            // When
            JsonNode answer = json(get(asked, "/api/v1/repositories"));

            // Then
            assertThat(answer.path("data").findValuesAsText("repository")).containsExactly("a/b", "Dapr/dapr");
            assertThat(answer.at("/freshness/syncedAt").isNull()).isTrue();
            assertThat(answer.at("/freshness/historyComplete").asBoolean()).isFalse();
        }
    }

    @Test
    void shouldNotShowSomeRepositoriesAsAll() throws IOException, InterruptedException {
        // Given
        Located.Here here = new Located.Here(1, SecretsCommunity.community());
        try (HttpServer asked = Caller.serve(everywhere(here, new Located.Elsewhere(NOBODY, Set.of(0))))) {
            // When
            HttpResponse<String> answer = get(asked, "/api/v1/repositories");

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        }
    }

    @Test
    void shouldNotTakeTheListOfAnInstanceForMoreThanItHolds() throws IOException, InterruptedException {
        // Given
        try (HttpServer holder = Caller.serve(Caller.here(SecretsCommunity.community()));
                HttpServer asked = Caller.serve(everywhere(new Located.Elsewhere(holder.address(), Set.of(0, 2))))) {
            // When
            HttpResponse<String> answer = get(asked, "/api/v1/repositories");

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).path("detail").asText()).startsWith("Repositories are moving");
        }
    }

    @Test
    void shouldAskToComeBackWhileNotReady() throws IOException, InterruptedException {
        // Given
        try (HttpServer asked = Caller.serve(Caller.directory(new Located.NotReady("Partitions are moving.")))) {
            // When
            HttpResponse<String> answer = get(asked, FLOW);

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(json(answer).path("detail").asText()).isEqualTo("Partitions are moving.");
        }
    }

    @Test
    void shouldAskToComeBackWhenTheReaderCannotRead() throws IOException, InterruptedException {
        // Given
        CommunityDirectory failing = failing(new ReaderUnavailableException("The store is moving."));
        try (HttpServer asked = Caller.serve(failing)) {
            // When
            HttpResponse<String> answer = get(asked, FLOW);

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).path("detail").asText()).isEqualTo("The store is moving.");
        }
    }

    @Test
    void shouldNotShowAStackTrace() throws IOException, InterruptedException {
        // Given
        try (HttpServer asked = Caller.serve(failing(new IllegalStateException("secret detail")))) {
            // When
            HttpResponse<String> answer = get(asked, FLOW);

            // Then
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=utf-8");
            assertThat(answer.body()).doesNotContain("secret", "Exception", "dev.hallway");
        }
    }

    private static CommunityDirectory everywhere(Located... places) {
        return Caller.everywhere(List.of(places));
    }

    private static CommunityDirectory failing(RuntimeException failure) {
        return new CommunityDirectory() {
            @Override
            public Located locate(String repository) {
                throw failure;
            }

            @Override
            public List<Located> everywhere() {
                throw failure;
            }
        };
    }
}
