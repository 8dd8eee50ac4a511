// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.EventStream;
import dev.hallway.service.http.HttpServer;
import dev.hallway.service.http.Problems;
import dev.hallway.streams.live.FigureChange;
import dev.hallway.streams.portfolio.FigureCache;
import dev.hallway.streams.read.ReaderUnavailableException;
import io.javalin.Javalin;
import io.javalin.http.Handler;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Answers queries and serves the page. */
public final class QueryServer {

    static final String SERVED_BY = "hallway.served-by";

    private static final String HEALTH = "/health/";

    private QueryServer() {}

    /**
     * Starts listening; throws {@link dev.hallway.service.http.ServerStartException} with one line for the user if it
     * cannot.
     *
     * @param figures of what is held here; started and closed by whoever has made it
     * @param changes is told what changes, and tells those who listen, until the server is closed
     */
    public static HttpServer start(
            HttpSettings settings,
            CommunityDirectory directory,
            Readiness readiness,
            FigureCache figures,
            PrometheusMeterRegistry meters,
            EventStream<FigureChange> changes) {
        Guard.check(settings);
        Forwarder forwarder = new Forwarder(settings.forwardTimeout());
        AllPartitions partitions = new AllPartitions(directory, forwarder);
        RepositoriesResource repositories = new RepositoriesResource(partitions);
        Map<String, Handler> routes = Routes.of(
                new RepositoryAccess(directory, forwarder),
                repositories,
                new PortfolioResource(partitions, figures),
                new PortfolioDigestResource(directory, forwarder, repositories),
                new OperationsResource(readiness, meters),
                new ChangesResource(changes));
        QueryTimes times = new QueryTimes(meters.getPrometheusRegistry(), routes.keySet());
        return HttpServer.start(settings.host(), settings.port(), new Wording(), (server, workers, bodies) -> {
            times.addTo(server);
            changes.addTo(server);
            addFailures(server);
            server.before(Guard.headers());
            server.before(Guard.callers(settings.token()));
            server.before(
                    context -> context.attribute(SERVED_BY, HttpServer.authority(settings.host(), server.port())));
            routes.forEach(
                    (path, handler) -> server.get(path, isAnsweredAtOnce(path) ? handler : workers.answering(handler)));
        });
    }

    private static boolean isAnsweredAtOnce(String path) {
        return path.startsWith(HEALTH) || path.equals(Routes.CHANGES);
    }

    private static void addFailures(Javalin server) {
        server.exception(
                ReaderUnavailableException.class,
                (unavailable, context) -> Problems.answer(context, 503, String.valueOf(unavailable.getMessage())));
        server.exception(
                InvalidStateStoreException.class,
                (moving, context) -> Problems.answer(
                        context, 503, "The figures are being moved to another instance; ask again soon."));
    }

    private record Wording() implements Problems.Wording {

        @Override
        public String nothingAt(String path) {
            return "There is nothing at " + path + "; /openapi.json lists what there is.";
        }

        @Override
        public String impossible(String method) {
            return method + " is not possible here; use GET.";
        }
    }
}
