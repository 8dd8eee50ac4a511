// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorResponse;
import org.kohsuke.github.extras.okhttp3.OkHttpGitHubConnector;

/** Sends single requests over the library's connector; knows the server's address. */
final class Connection implements AutoCloseable {

    private static final int LONGEST_ADDRESS = 4_096;
    private static final Pattern SEGMENTS_THAT_LEAD_UP = Pattern.compile("^[^?]*/(\\.|%2[eE]){1,2}([/?]|$)");

    private final String baseUrl;
    private final OkHttpClient http;
    private final GitHubConnector connector;

    Connection(URI githubUrl, Timeouts timeouts) {
        this.baseUrl = githubUrl.toString().replaceAll("/+$", "");
        // Redirects and retries are left to the client, where they are counted and reported.
        this.http = new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .callTimeout(timeouts.wholeCall())
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addInterceptor(new BoundedReplies())
                .connectionPool(new ConnectionPool(1, 20, TimeUnit.SECONDS))
                .build();
        this.connector = new OkHttpGitHubConnector(http);
    }

    Reply send(Question question, Optional<Token> token) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Accept", "application/vnd.github+json");
        headers.put("X-GitHub-Api-Version", "2022-11-28");
        headers.put("User-Agent", "hallway-ingest");
        token.ifPresent(secret -> headers.put("Authorization", secret.authorization()));
        question.etag().ifPresent(value -> headers.put("If-None-Match", value));
        RawRequest request =
                new RawRequest(URI.create(address(question)).toURL(), question.method(), headers, question.body());
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

    /** The GraphQL API of a GitHub Enterprise Server is no part of {@code /api/v3}. */
    private String address(Question question) {
        String root = question.isGraphQl() ? baseUrl.replaceFirst("/v3$", "") : baseUrl;
        return root + question.pathAndQuery();
    }

    /**
     * Path and query below the API's address; empty if the address is on another server, which must not get the token, or
     * is none.
     */
    Optional<String> relative(String address) {
        String below = address.startsWith(baseUrl + "/") ? address.substring(baseUrl.length()) : address;
        return Optional.of(below).filter(Connection::isPathAndQuery);
    }

    /** Whether that can be requested: what a server or a cursor names may be anything. */
    static boolean isPathAndQuery(String text) {
        if (text.length() > LONGEST_ADDRESS || !text.startsWith("/") || text.startsWith("//")) {
            return false;
        }
        try {
            URI address = new URI("http://localhost" + text);
            return address.getRawFragment() == null
                    && !SEGMENTS_THAT_LEAD_UP.matcher(text).find();
        } catch (URISyntaxException illegal) {
            return false;
        }
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
