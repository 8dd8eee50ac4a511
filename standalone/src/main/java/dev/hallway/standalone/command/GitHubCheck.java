// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Whether GitHub takes the token, and how many requests are left; asking for that costs none of them. */
final class GitHubCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private GitHubCheck() {}

    static Finding run(URI githubUrl, String token) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(githubUrl + "/rate_limit"))
                    .timeout(TIMEOUT)
                    .header("Accept", "application/vnd.github+json");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString());
            return judge(githubUrl, token, response);
        } catch (IOException | IllegalArgumentException unreachable) {
            return Finding.bad(
                    "GitHub", githubUrl + " cannot be reached: check the network, the proxy and --github-url.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Finding.bad("GitHub", "interrupted");
        }
    }

    private static Finding judge(URI githubUrl, String token, HttpResponse<String> response) throws IOException {
        if (response.statusCode() == 401) {
            return Finding.bad("GitHub", githubUrl + " refuses the token: set GITHUB_TOKEN to a valid one.");
        }
        if (response.statusCode() == 404) {
            return Finding.good("GitHub", githubUrl + " answers and limits no requests");
        }
        if (response.statusCode() != 200) {
            return Finding.bad("GitHub", githubUrl + " answers " + response.statusCode() + ": check --github-url.");
        }
        JsonNode core = JSON.readTree(response.body()).path("resources").path("core");
        String quota =
                core.path("remaining").asLong() + " of " + core.path("limit").asLong() + " requests left until "
                        + Instant.ofEpochSecond(core.path("reset").asLong());
        if (core.path("remaining").asLong() == 0) {
            return Finding.bad(
                    "GitHub", quota + ": wait until then" + (token.isEmpty() ? ", or set GITHUB_TOKEN." : "."));
        }
        return Finding.good("GitHub", quota + (token.isEmpty() ? "; with GITHUB_TOKEN set there are more" : ""));
    }
}
