// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static dev.hallway.streams.http.Caller.get;
import static dev.hallway.streams.http.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.service.http.ApiToken;
import dev.hallway.service.http.EventStream;
import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.live.FigureChange;
import dev.hallway.streams.live.FigureChange.InWeek;
import dev.hallway.streams.live.FigureChange.OfAnything;
import dev.hallway.streams.live.FigureChange.OfItem;
import dev.hallway.streams.live.FigureChange.OfRepository;
import dev.hallway.streams.live.FigureChange.OfRow;
import dev.hallway.streams.read.SecretsCommunity;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

    private static final HttpSettings OPEN = HttpSettings.loopback(0);
    private static final HttpSettings GUARDED =
            HttpSettings.guarded("127.0.0.1", 0, new ApiToken("correct horse battery staple"));
    private static final FigureChange LATENCY =
            new OfRow("feedback-latency", "dapr/dapr", new InWeek(IsoWeek.parse("2020-W08")), false);
    private static final FigureChange STORY = new OfRow("stories", "dapr/docs", new OfItem(377), true);
    private static final FigureChange ELSEWHERE = new OfRepository("acme/app");

    private final EventStream<FigureChange> changes = ChangeStream.create();
    private final HttpServer server =
            Caller.serve(OPEN, Caller.here(SecretsCommunity.community()), Caller.READY, changes);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldTellWhatChanges() throws IOException, InterruptedException {
        // Given
        try (Stream<String> lines = listen(server, "/api/v1/changes")) {
            Iterator<String> events = events(lines);
            assertThat(events.next()).isEqualTo("event: open");
            assertThat(events.next())
                    .isEqualTo("data: {\"servedBy\":\"" + server.address().getAuthority() + "\"}");

            // When
            changes.tell(List.of(LATENCY, STORY, ELSEWHERE));
            changes.tell(List.of(new OfAnything()));

            // Then
            assertThat(next(events, 8))
                    .containsExactly(
                            "event: change",
                            "data: {\"table\":\"feedback-latency\",\"repository\":\"dapr/dapr\",\"week\":\"2020-W08\"}",
                            "event: change",
                            "data: {\"table\":\"stories\",\"repository\":\"dapr/docs\",\"number\":377,\"deleted\":true}",
                            "event: change",
                            "data: {\"repository\":\"acme/app\"}",
                            "event: reset",
                            "data: {}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "repository=Dapr/Dapr, dapr/dapr",
        "repository=dapr/docs&repository=acme/app, dapr/docs acme/app",
        "owner=DAPR, dapr/dapr dapr/docs",
        "owner=acme&repository=dapr/docs, dapr/docs acme/app",
        "owner=dap, ''",
        "repository=dapr/doc, ''",
        "since=yesterday, dapr/dapr dapr/docs acme/app",
    })
    void shouldTellWhatIsAskedForAndThatAnythingMayHaveChanged(String query, String told)
            throws IOException, InterruptedException {
        // Given
        try (Stream<String> lines = listen(server, "/api/v1/changes?" + query)) {
            Iterator<String> events = events(lines);
            assertThat(next(events, 2)).contains("event: open");

            // When
            changes.tell(List.of(LATENCY, STORY, ELSEWHERE, new OfAnything()));

            // Then
            StringBuilder repositories = new StringBuilder();
            for (String event = events.next(); !event.equals("event: reset"); event = events.next()) {
                repositories.append(event.replaceAll("event: change|.*\"repository\":\"([^\"]*)\".*", "$1 "));
            }
            assertThat(repositories.toString().strip().replaceAll(" +", " ")).isEqualTo(told);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repository=",
                "repository=dapr",
                "repository=dapr/",
                "repository=/dapr",
                "repository=dapr/dapr/x",
                "repository=dapr/da%20pr",
                "repository=dapr/dapr%0Aevent:%20forged",
                "repository=dapr/dapr&repository=*",
                "repository=%00/x",
                "owner=",
                "owner=dapr/dapr",
                "owner=d%C3%A4pr",
                "owner=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            })
    void shouldSayWhatWouldBeRight(String query) throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, "/api/v1/changes?" + query);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=utf-8");
        assertThat(json(answer).path("detail").asText())
                .matches("(?s)The parameter '(repository|owner)' is '.*': (write it as owner/repo"
                        + "|give the name of a user or an organisation)\\.");
    }

    @Test
    void shouldSayHowManyNamesMayBeGiven() throws IOException, InterruptedException {
        // Given
        String many = IntStream.rangeClosed(0, 100)
                .mapToObj(number -> "repository=acme/app-" + number)
                .collect(Collectors.joining("&"));

        // When
        HttpResponse<String> answer = get(server, "/api/v1/changes?" + many);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("detail").asText())
                .isEqualTo(
                        "The parameter 'repository' is '101 times given': give it up to 100 times, or leave it out to be "
                                + "told of everything.");
    }

    @Test
    void shouldRefuseThoseWhoCannotReadEvents() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, "/api/v1/changes", "Accept", "application/json");

        // Then
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(json(answer).path("detail").asText()).endsWith("ask for text/event-stream.");
    }

    @Test
    void shouldAskForTheToken() throws IOException, InterruptedException {
        // Given
        try (HttpServer guarded =
                Caller.serve(GUARDED, Caller.here(SecretsCommunity.community()), Caller.READY, changes)) {
            // When
            HttpResponse<String> answer = get(guarded, "/api/v1/changes");

            // Then
            assertThat(answer.statusCode()).isEqualTo(401);
            try (Stream<String> lines =
                    listen(guarded, "/api/v1/changes", "Authorization", "Bearer correct horse battery staple")) {
                assertThat(events(lines).next()).isEqualTo("event: open");
            }
        }
    }

    @Test
    void shouldNotTakeAStreamForASlowAnswer() throws IOException, InterruptedException {
        // Given
        try (Stream<String> lines = listen(server, "/api/v1/changes")) {
            assertThat(events(lines).next()).isEqualTo("event: open");
        }
        HttpResponse<String> refused = get(server, "/api/v1/changes?owner=");

        // When
        String metrics = get(server, "/metrics").body();

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(metrics)
                .contains("route=\"/api/v1/changes\",status=\"4xx\"")
                .doesNotContain("changes\",status=\"2xx\"");
    }

    private static Stream<String> listen(HttpServer server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Iterator<String> events(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("event: ") || line.startsWith("data: "))
                .iterator();
    }

    private static List<String> next(Iterator<String> events, int number) {
        return Stream.generate(events::next).limit(number).toList();
    }
}
