// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks a running Hallway over HTTP. */
final class HallwayClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final int UNAVAILABLE = 503;
    private static final Duration UNTIL_READY = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    HallwayClient(URI address) {
        this.address = address;
    }

    /**
     * The body of {@code /api/v1/repositories/OWNER/REPO} followed by the rest; a {@link Failure} if there is none.
     */
    String get(String repository, String rest) {
        URI uri = repositories("/" + repository + rest);
        HttpResponse<String> response = send(uri);
        if (response.statusCode() == 404) {
            throw new Failure(HallwayExitCode.NOT_HELD, without(repository));
        }
        return body(uri, response);
    }

    /** The body of {@code /api/v1/digest} with the query; a {@link Failure} if there is none. */
    String digest(String query) {
        URI uri = URI.create(withoutSlash(address.toString()) + "/api/v1/digest?" + query);
        return body(uri, send(uri));
    }

    /** What it says about a repository; empty if it does not have it. */
    Optional<JsonNode> find(String repository) {
        URI uri = repositories("/" + repository);
        HttpResponse<String> response = send(uri);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(data(body(uri, response)));
    }

    /** Says that it does not have a repository. */
    String without(String repository) {
        return "The Hallway at " + address + " does not have " + repository
                + ": stop it and run this again, or start it with that repository.";
    }

    private static JsonNode data(String answer) {
        try {
            return JSON.readTree(answer).path("data");
        } catch (JsonProcessingException notJson) {
            throw new Failure(HallwayExitCode.FAILED, "Hallway's answer is not JSON: see its log.", notJson);
        }
    }

    /** The body of {@code /api/v1/repositories}: every repository that is known. */
    String list() {
        URI uri = repositories("");
        return body(uri, send(uri));
    }

    private URI repositories(String rest) {
        return URI.create(withoutSlash(address.toString()) + "/api/v1/repositories" + rest);
    }

    private String body(URI uri, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new Failure(
                    HallwayExitCode.FAILED,
                    "The Hallway at " + address + " answered " + response.statusCode() + " to " + uri.getPath() + ": "
                            + response.body().strip());
        }
        return response.body();
    }

    /** The answer; of a Hallway that is not ready for a while, as while it rebuilds a store, the one it gives then. */
    private HttpResponse<String> send(URI uri) {
        long patience = System.nanoTime() + UNTIL_READY.toNanos();
        try {
            HttpResponse<String> answer = ask(uri);
            while (answer.statusCode() == UNAVAILABLE && System.nanoTime() - patience < 0) {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_TRIES.toNanos());
                answer = ask(uri);
            }
            return answer;
        } catch (IOException unreachable) {
            throw new Failure(
                    HallwayExitCode.FAILED,
                    "The Hallway at " + address + " does not answer, or not to the end ("
                            + unreachable.getClass().getSimpleName() + ": " + unreachable.getMessage()
                            + "): see its log, or stop it and run this again.",
                    unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(HallwayExitCode.FAILED, "Interrupted while asking " + address + ".", interrupted);
        }
    }

    private HttpResponse<String> ask(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
