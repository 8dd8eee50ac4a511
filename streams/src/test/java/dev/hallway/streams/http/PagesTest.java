// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static dev.hallway.streams.http.Caller.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.read.SecretsCommunity;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Pattern FILE =
            Pattern.compile("[\"'](/lib/[a-z.-]+|/pages/[a-z]+\\.[a-z]+|\\./[a-z]+\\.js)[\"']");

    private final HttpServer server = Caller.serve(Caller.here(SecretsCommunity.community()));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/digests/2020-W08",
                "/r/dapr/dapr",
                "/r/dapr/dapr/stories",
                "/r/dapr/dapr/stories/1034",
                "/r/dapr/dapr/people",
                "/r/dapr/dapr/digests/2020-W08",
                "/r/dapr/dapr/weeks/2020-W08/contributors"
            })
    void shouldHaveADocumentAtEveryAddress(String address) throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, address);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.body()).contains("<main id=\"content\"");
    }

    @Test
    void shouldServeEveryFileThatOneOfThemLoads() throws IOException, InterruptedException {
        // Given
        Set<String> found = new TreeSet<>(filesIn(get(server, "/").body()));
        Set<String> looked = new TreeSet<>();

        // When
        while (!looked.equals(found)) {
            for (String file : List.copyOf(found)) {
                if (looked.add(file)) {
                    HttpResponse<String> answer = get(server, file);
                    assertThat(answer.statusCode()).as(file).isEqualTo(200);
                    found.addAll(file.startsWith("/pages/") ? filesIn(answer.body()) : List.of());
                }
            }
        }

        // Then
        assertThat(found).contains("/pages/main.js", "/pages/story.js", "/lib/lit-html.js", "/lib/uplot.js");
    }

    @Test
    void shouldSendNoFileAgainThatABrowserHas() throws IOException, InterruptedException {
        // Given
        String tag = get(server, "/pages/main.js").headers().firstValue("ETag").orElseThrow();

        // When
        HttpResponse<String> same = get(server, "/pages/main.js", "If-None-Match", tag);
        HttpResponse<String> other = get(server, "/pages/words.js", "If-None-Match", tag);

        // Then
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/pages/package-info.js", "/pages/..%2Fhttp%2Fopenapi.json", "/lib/axe.js", "/pages/Main.js"})
    void shouldServeNoOtherFile(String address) throws IOException, InterruptedException {
        // When
        int status = get(server, address).statusCode();

        // Then
        assertThat(status).isIn(400, 404);
    }

    private static List<String> filesIn(String text) {
        return FILE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .map(file -> file.startsWith("./") ? "/pages/" + file.substring(2) : file)
                .toList();
    }
}
