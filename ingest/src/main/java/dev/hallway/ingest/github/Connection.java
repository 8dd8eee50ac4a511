// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorResponse;
import org.kohsuke.github.extras.okhttp3.OkHttpGitHubConnector;

/** Sends single requests over the library's connector; knows the server's address and the token. */
final class Connection implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final Duration WHOLE_CALL = Duration.ofMinutes(2);

    private final String baseUrl;
    private final Optional<Token> token;
    private final OkHttpClient http;
    private final GitHubConnector connector;

    Connection(URI githubUrl, Optional<Token> token) {
        this.baseUrl = githubUrl.toString().replaceAll("/+$", "");
        this.token = token;
        // Redirects and repeated attempts are the client's business, where they are counted and seen.
        this.http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .callTimeout(WHOLE_CALL)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(1, 20, TimeUnit.SECONDS))
                .build();
        this.connector = new OkHttpGitHubConnector(http);
    }

    Reply send(String pathAndQuery, Optional<String> etag) throws IOException {
        Map<String, String> headers = headers();
        etag.ifPresent(value -> headers.put("If-None-Match", value));
        return exchange(RawRequest.get(URI.create(baseUrl + pathAndQuery).toURL(), headers));
    }

    /** Asks the GraphQL API, which on GitHub Enterprise Server is no part of {@code /api/v3}. */
    Reply query(String json) throws IOException {
        String graphQl = baseUrl.replaceFirst("/v3$", "") + "/graphql";
        return exchange(RawRequest.post(URI.create(graphQl).toURL(), headers(), json));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Accept", "application/vnd.github+json");
        headers.put("X-GitHub-Api-Version", "2022-11-28");
        headers.put("User-Agent", "hallway-ingest");
        token.ifPresent(secret -> headers.put("Authorization", secret.authorization()));
        return headers;
    }

    private Reply exchange(RawRequest request) throws IOException {
        try (GitHubConnectorResponse response = connector.send(request)) {
            Map<String, String> received = new TreeMap<>();
            response.allHeaders()
                    .forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            String body = response.statusCode() == 304
                    ? ""
                    : new String(response.bodyStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Reply(response.statusCode(), received, body);
        }
    }

    /** Path and query below the API's address; empty if the address is on another server, which gets no token. */
    Optional<String> relative(String address) {
        if (address.startsWith(baseUrl + "/")) {
            return Optional.of(address.substring(baseUrl.length()));
        }
        return address.startsWith("/") ? Optional.of(address) : Optional.empty();
    }

    String redact(String text) {
        return token.map(secret -> secret.redact(text)).orElse(text);
    }

    String address() {
        return baseUrl;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
