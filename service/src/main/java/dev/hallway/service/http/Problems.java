// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with problem documents. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    /** What a service says about requests that it has no route for. */
    public interface Wording {

        /** What exists, when there is nothing at a path. */
        String nothingAt(String path);

        /** What is possible, when a method is not. */
        String impossible(String method);
    }

    /** Turns every failure of a request into a problem document. */
    static void register(Javalin server, Wording wording) {
        server.exception(Problem.Found.class, (found, context) -> answer(context, found.status(), found.detail()));
        server.exception(
                HttpResponseException.class,
                (response, context) -> answer(context, response.getStatus(), detail(response, context, wording)));
        server.exception(
                RejectedExecutionException.class,
                (full, context) -> answer(context, 503, "Too many requests wait for an answer; ask again shortly."));
        server.exception(
                InterruptedException.class,
                (stopping, context) -> answer(context, 503, "This instance is stopping; ask another, or again."));
        server.exception(Exception.class, (unexpected, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), unexpected);
            answer(context, 500, "Something went wrong here; the log of this instance says what.");
        });
    }

    /** Answers a request with a problem. */
    public static void answer(Context context, int status, String detail) {
        context.status(status).contentType(Problem.CONTENT_TYPE).result(bytes(Problem.of(status, detail)));
        if (status == 503) {
            context.header("Retry-After", Integer.toString(Problem.RETRY_SECONDS));
        }
        if (status == 408 || status == 413) {
            // The rest of the body is not read.
            context.header("Connection", "close");
        }
    }

    private static String detail(HttpResponseException response, Context context, Wording wording) {
        return switch (response.getStatus()) {
            case 404 -> wording.nothingAt(context.path());
            case 405 -> wording.impossible(String.valueOf(context.method()));
            default -> String.valueOf(response.getMessage());
        };
    }

    private static byte[] bytes(Problem problem) {
        try {
            return JSON.writeValueAsBytes(problem);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Texts and numbers can be written as JSON.", unwritable);
        }
    }
}
