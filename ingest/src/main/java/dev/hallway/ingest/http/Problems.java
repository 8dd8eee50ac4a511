// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong in a request into a problem document. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void register(Javalin server) {
        server.exception(Problem.Found.class, (found, context) -> answer(context, found.problem()));
        server.exception(
                IOException.class,
                (broken, context) -> answer(context, Problem.of(400, "The request broke off before its end.")));
        server.exception(
                HttpResponseException.class,
                (response, context) -> answer(context, Problem.of(response.getStatus(), detail(response, context))));
        server.exception(Exception.class, (unexpected, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), unexpected);
            answer(context, Problem.of(500, "Something went wrong here; the log of this ingest says what."));
        });
    }

    private static String detail(HttpResponseException response, Context context) {
        return switch (response.getStatus()) {
            case 404 ->
                "There is nothing at " + context.path() + "; there are " + HttpServer.WEBHOOKS + ", "
                        + HttpServer.STATUS + ", /health/live, /health/ready and /metrics.";
            case 405 ->
                context.method() + " is not possible here; use POST for " + HttpServer.WEBHOOKS
                        + " and GET for everything else.";
            default -> String.valueOf(response.getMessage());
        };
    }

    static void answer(Context context, Problem problem) {
        context.status(problem.status()).contentType(Problem.CONTENT_TYPE).result(Json.bytes(problem));
        if (problem.status() == 503) {
            context.header("Retry-After", Integer.toString(Problem.RETRY_SECONDS));
        }
        if (problem.status() == 413) {
            // The rest of the payload is not read.
            context.header("Connection", "close");
        }
        if (problem.status() == 401 && !context.path().equals(HttpServer.WEBHOOKS)) {
            context.header("WWW-Authenticate", "Bearer");
        }
    }
}
