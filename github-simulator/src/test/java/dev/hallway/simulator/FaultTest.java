// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a fault looks like from outside. */
class FaultTest {

    private static final Instant NOW = Instant.parse("2024-09-01T12:00:00Z");
    private static final String PATH = "/repos/a/b";

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final SimulatedGitHub github =
            SimulatedGitHub.start(community, Clock.fixed(NOW, ZoneOffset.UTC), SimulationSettings.likeGitHub());
    private final HttpClient client = HttpClient.newHttpClient();

    FaultTest() {
        community.create(new RepositoryProfile(1, "a/b", "main", NOW));
    }

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldCloseTheConnectionWithoutAnAnswer() {
        // Given: for every attempt, since Java's client makes a second one by itself
        github.faults().decide(path -> Optional.of(new Fault.Reset()));

        // When
        var failure = assertThatThrownBy(this::ask);

        // Then
        failure.isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void shouldSayNothing() {
        // Given
        github.faults().next(PATH, new Fault.Stalled(0));

        // When
        var failure = assertThatThrownBy(this::ask);

        // Then
        failure.isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void shouldSendPartOfAnAnswerAsIfItWereAll() throws Exception {
        // Given
        String whole = ask().body();
        github.faults().next(PATH, new Fault.Cut(0.5));

        // When
        HttpResponse<String> cut = ask();

        // Then
        assertThat(cut.statusCode()).isEqualTo(200);
        assertThat(cut.body()).isEqualTo(whole.substring(0, whole.length() / 2));
    }

    @Test
    void shouldSendTheRightAnswerWithAWrongClock() throws Exception {
        // Given
        String whole = ask().body();
        github.faults().next(PATH, new Fault.DateOff(Duration.ofHours(-3)));

        // When
        HttpResponse<String> answer = ask();

        // Then
        assertThat(answer.headers().firstValue("date")).contains("Sun, 01 Sep 2024 09:00:00 GMT");
        assertThat(answer.body()).isEqualTo(whole);
    }

    @Test
    void shouldFailWhenThePlanSaysSo() throws Exception {
        // Given
        github.faults()
                .decide(path -> path.contains("per_page=100") ? Optional.of(Fault.badGateway()) : Optional.empty());

        // When
        HttpResponse<String> large = ask("/issues?per_page=100");
        HttpResponse<String> small = ask("/issues?per_page=50");

        // Then
        assertThat(large.statusCode()).isEqualTo(502);
        assertThat(small.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> ask() throws IOException, InterruptedException {
        return ask("");
    }

    private HttpResponse<String> ask(String rest) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(github.url() + PATH + rest))
                .timeout(Duration.ofSeconds(2))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
