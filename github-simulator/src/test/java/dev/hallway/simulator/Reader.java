// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from a simulated GitHub as a client with a token does. */
public final class Reader {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI github;

    /** A reader of the GitHub at the given address. */
    public Reader(URI github) {
        this.github = github;
    }

    /** One answer. */
    public HttpResponse<String> get(String pathAndQuery, String... headers) {
        return send(URI.create(github + pathAndQuery), headers);
    }

    /** The JSON of one answer. */
    public JsonNode json(String pathAndQuery) {
        return parse(get(pathAndQuery));
    }

    /** A whole list: every page that the one before links. */
    public List<JsonNode> whole(String pathAndQuery) {
        List<JsonNode> all = new ArrayList<>();
        Optional<URI> page = Optional.of(URI.create(github + pathAndQuery));
        while (page.isPresent()) {
            HttpResponse<String> answer = send(page.get());
            parse(answer).forEach(all::add);
            if (all.size() > 100_000) {
                throw new IllegalStateException("The pages of " + pathAndQuery + " do not end.");
            }
            page = next(answer);
        }
        return all;
    }

    private static Optional<URI> next(HttpResponse<String> answer) {
        return answer.headers().firstValue("Link").map(link -> URI.create(link.substring(1, link.indexOf('>'))));
    }

    private JsonNode parse(HttpResponse<String> answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException broken) {
            throw new IllegalStateException("Not JSON: " + answer.body(), broken);
        }
    }

    private HttpResponse<String> send(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Authorization", "Bearer test");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IllegalStateException("No answer from " + address, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + address, interrupted);
        }
    }
}
