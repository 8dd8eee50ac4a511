// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Asks a running Hallway over HTTP. */
final class Answers {

    static final String REPOSITORIES = "/api/v1/repositories";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Answers() {}

    /** The answer, or empty if it is not a success or none came. */
    static Optional<JsonNode> ask(URI address, String path) {
        try {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(JSON.readTree(response.body())) : Optional.empty();
        } catch (IOException unreachable) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Interrupted while asking " + address + ".", interrupted);
        }
    }

    static JsonNode parse(String document) {
        try {
            return JSON.readTree(document);
        } catch (IOException notJson) {
            throw new IllegalArgumentException(document, notJson);
        }
    }
}
