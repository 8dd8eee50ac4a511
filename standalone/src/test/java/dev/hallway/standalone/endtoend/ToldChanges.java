// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Listens to the changes that an instance tells, as a program would that knows server-sent events. */
final class ToldChanges implements AutoCloseable {

    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Stream<String> stream;
    private final CompletableFuture<Void> ended;

    private ToldChanges(Stream<String> stream) {
        this.stream = stream;
        this.ended = CompletableFuture.runAsync(() -> stream.forEach(lines::add));
    }

    /** Listens from now on; what is told from the first event on is heard. */
    static ToldChanges by(URI instance) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(instance.resolve("/api/v1/changes"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        ToldChanges told = new ToldChanges(answer.body());
        Awaiting.until("the stream is open", () -> told.has("open"));
        return told;
    }

    /** Whether there was an event of this name. */
    boolean has(String event) {
        return lines.contains(EVENT + event);
    }

    /** What the events said. */
    List<JsonNode> data() {
        return lines.stream()
                .filter(line -> line.startsWith(DATA))
                .map(line -> Answers.parse(line.substring(DATA.length())))
                .toList();
    }

    /** Of the events, the given property of those that have it. */
    List<String> all(String property) {
        return data().stream()
                .filter(data -> data.has(property))
                .map(data -> data.path(property).asText())
                .toList();
    }

    /** Completes when the instance ends the stream; exceptionally if it breaks. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void close() {
        stream.close();
    }
}
