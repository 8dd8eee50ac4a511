// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.json.Json;
import dev.hallway.streams.read.ReaderUnavailableException;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong in a request into a problem document. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void register(Javalin server) {
        server.exception(Problem.Found.class, (found, context) -> answer(context, found.problem()));
        server.exception(
                ReaderUnavailableException.class,
                (unavailable, context) -> answer(context, Problem.of(503, String.valueOf(unavailable.getMessage()))));
        server.exception(
                InvalidStateStoreException.class,
                (moving, context) -> answer(
                        context, Problem.of(503, "The figures are being moved to another instance; ask again soon.")));
        server.exception(
                HttpResponseException.class,
                (response, context) -> answer(context, Problem.of(response.getStatus(), detail(response, context))));
        server.exception(Exception.class, (unexpected, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), unexpected);
            answer(context, Problem.of(500, "Something went wrong here; the log of this instance says what."));
        });
    }

    private static String detail(HttpResponseException response, Context context) {
        return switch (response.getStatus()) {
            case 404 -> "There is nothing at " + context.path() + "; /openapi.json lists what there is.";
            case 405 -> context.method() + " is not possible here; use GET.";
            default -> String.valueOf(response.getMessage());
        };
    }

    private static void answer(Context context, Problem problem) {
        context.status(problem.status()).contentType(Problem.CONTENT_TYPE).result(Json.bytes(problem));
        if (problem.status() == 503) {
            context.header("Retry-After", Integer.toString(Problem.RETRY_SECONDS));
        }
        if (problem.status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
    }
}
