// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Workers of one group, and what their REST API says. */
final class ConnectCluster implements AutoCloseable {

    private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();
    private static final int LOOKS = 1_200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final List<ConnectWorker> workers = new ArrayList<>();

    /** Starts so many workers and waits until all of them answer. */
    static ConnectCluster start(Path directory, int count, String bootstrapServers) throws IOException {
        ConnectCluster cluster = new ConnectCluster();
        for (int number = 1; number <= count; number++) {
            cluster.workers.add(ConnectWorker.start(directory, "worker-" + number, bootstrapServers));
        }
        cluster.awaitThat("all workers answer", () -> cluster.workers.stream().allMatch(worker -> worker.address()
                .flatMap(address -> cluster.ask(address, "GET", "/connectors", ""))
                .isPresent()));
        return cluster;
    }

    /** Creates a connector, as soon as the group is ready to. */
    void create(String name, Map<String, String> config) throws IOException {
        String body = json.writeValueAsString(config);
        awaitThat("the connector is created", () -> ask(living(), "PUT", "/connectors/" + name + "/config", body)
                .isPresent());
    }

    /** An answer of any worker that is alive. */
    JsonNode get(String path) {
        List<JsonNode> answer = new ArrayList<>();
        awaitThat(
                "an answer to " + path,
                () -> ask(living(), "GET", path, "").map(answer::add).isPresent());
        return answer.get(0);
    }

    /** Where a task runs; empty while it does not. */
    Optional<ConnectWorker> workerOf(String connector, int task) {
        for (JsonNode status : get("/connectors/" + connector + "/status").path("tasks")) {
            if (status.path("id").asInt() == task
                    && status.path("state").asText().equals("RUNNING")) {
                String id = status.path("worker_id").asText();
                return workers.stream().filter(worker -> worker.id().equals(id)).findFirst();
            }
        }
        return Optional.empty();
    }

    /** Looks until a condition holds; if it never does, fails with what the workers said last. */
    void awaitThat(String what, BooleanSupplier condition) {
        for (int look = 0; look < LOOKS; look++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        StringBuilder said = new StringBuilder("In vain waited until " + what + ".");
        workers.forEach(
                worker -> said.append("\n--- ").append(worker.id()).append('\n').append(worker.log()));
        throw new AssertionError(said.toString());
    }

    @Override
    public void close() {
        workers.forEach(ConnectWorker::close);
    }

    private URI living() {
        return workers.stream()
                .filter(ConnectWorker::isAlive)
                .flatMap(worker -> worker.address().stream())
                .findFirst()
                .orElseThrow();
    }

    /** Empty if nobody answers, or if the group is not ready. */
    private Optional<JsonNode> ask(URI address, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 400) {
                throw new AssertionError(response.body());
            }
            return response.statusCode() < 300 ? Optional.of(json.readTree(response.body())) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new AssertionError("Interrupted while asking " + request.uri(), interrupted);
        }
    }
}
