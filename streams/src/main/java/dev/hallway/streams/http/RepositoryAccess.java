// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.Problem;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.RepositorySummary;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Finds the reader of the repository a path names, here or on another instance. */
final class RepositoryAccess {

    private final CommunityDirectory directory;
    private final Forwarder forwarder;

    RepositoryAccess(CommunityDirectory directory, Forwarder forwarder) {
        this.directory = directory;
        this.forwarder = forwarder;
    }

    /** A handler for paths below a repository; what another instance holds is fetched from there. */
    Handler handler(Resource resource) {
        return context -> {
            String name = context.pathParam("owner") + "/" + context.pathParam("repo");
            Located located = directory.locate(name);
            if (located instanceof Located.NotReady notReady) {
                throw new Problem.Found(503, notReady.reason());
            } else if (located instanceof Located.Elsewhere elsewhere) {
                forwarder.answerFrom(elsewhere.instance(), context);
            } else if (located instanceof Located.Here here) {
                resource.answer(context, known(context, here.reader(), name));
            }
        };
    }

    private static Held known(Context context, CommunityReader reader, String name) {
        RepositorySummary summary = reader.repository(name).orElseThrow(() -> unknown(name));
        return new Held(reader, summary, Freshness.of(summary, servedBy(context)));
    }

    /** Says that a repository is not known. */
    static Problem.Found unknown(String name) {
        return new Problem.Found(
                404, "The repository '" + name + "' is not known here; /api/v1/repositories lists those that are.");
    }

    /** The address the caller reached. */
    static String servedBy(Context context) {
        return String.valueOf(context.<String>attribute(QueryServer.SERVED_BY));
    }

    /** Answers a request about a repository held here. */
    @FunctionalInterface
    interface Resource {
        void answer(Context context, Held held) throws Exception;
    }

    /**
     * A repository held here.
     *
     * @param reader reads it
     * @param summary what it is
     * @param freshness how fresh it is
     */
    record Held(CommunityReader reader, RepositorySummary summary, Freshness freshness) {

        /** Its name as GitHub writes it. */
        String name() {
            return summary.repository();
        }
    }
}
