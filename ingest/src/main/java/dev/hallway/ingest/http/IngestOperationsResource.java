// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.ingest.operations.RepositoryStatus;
import dev.hallway.ingest.operations.StatusBoard;
import dev.hallway.ingest.polling.PollSchedule;
import dev.hallway.service.http.Problem;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What operators and their tools ask for. */
final class IngestOperationsResource {

    private static final String JSON = "application/json";

    private final StatusBoard board;
    private final BooleanSupplier prepared;
    private final PollSchedule schedule;
    private final PrometheusMeterRegistry meters;

    IngestOperationsResource(
            StatusBoard board, BooleanSupplier prepared, PollSchedule schedule, PrometheusMeterRegistry meters) {
        this.board = board;
        this.prepared = prepared;
        this.schedule = schedule;
        this.meters = meters;
    }

    /** The process answers. */
    void live(Context context) {
        context.contentType(JSON).result(JsonWriter.bytes(Map.of("status", "live")));
    }

    /** Kafka was reached, and the first delivery will be as fast as any other. */
    void ready(Context context) {
        if (!board.connected()) {
            notReady(context, "connecting to Kafka");
        } else if (!prepared.getAsBoolean()) {
            notReady(context, "connecting to the schema registry");
        } else {
            context.contentType(JSON).result(JsonWriter.bytes(Map.of("status", "ready")));
        }
    }

    private static void notReady(Context context, String why) {
        context.status(503)
                .header("Retry-After", Integer.toString(Problem.RETRY_SECONDS))
                .contentType(JSON)
                .result(JsonWriter.bytes(Map.of("status", why)));
    }

    void metrics(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }

    /** How far each repository has been read. */
    void status(Context context) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        board.quotaLeft().ifPresentOrElse(left -> answer.put("quotaLeft", left), () -> answer.putNull("quotaLeft"));
        board.repositories().forEach(status -> addTo(answer, status));
        context.contentType(JSON).result(JsonWriter.bytes(answer));
    }

    private void addTo(ObjectNode answer, RepositoryStatus status) {
        ObjectNode line = answer.withArray("repositories").addObject();
        line.put("repository", status.repository());
        line.put("requestedName", status.requestedName());
        line.put("syncedAt", text(status.syncedAt().orElse(null)));
        line.put("historyComplete", status.historyComplete());
        status.gaps().forEach(line.putArray("gaps")::add);
        line.put("pollSeconds", schedule.interval(status.requestedName()).toSeconds());
        line.put("lastPoll", status.lastPoll().orElse(null));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
