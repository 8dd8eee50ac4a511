// SPDX-License-Identifier: Apache-2.0
package dev.hallway.browser;

import dev.hallway.service.http.ApiToken;
import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.http.ChangeStream;
import dev.hallway.streams.http.CommunityDirectory;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.http.Located;
import dev.hallway.streams.http.QueryServer;
import dev.hallway.streams.http.Readiness;
import dev.hallway.streams.portfolio.FigureCache;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A server that asks for a token; its figures are still on their way. */
final class GuardedServer implements AutoCloseable {

    static final String WORDS = "The figures are still on their way.";

    private final HttpServer server;
    private final FigureCache figures = new FigureCache(List::of, Clock.systemUTC());

    GuardedServer(String token) {
        server = QueryServer.start(
                HttpSettings.guarded("127.0.0.1", 0, new ApiToken(token)),
                new NothingYet(),
                () -> new Readiness.Report(false, "REBALANCING", Map.of()),
                figures,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                ChangeStream.create());
    }

    URI page(String path) {
        return server.address().resolve(path);
    }

    @Override
    public void close() {
        server.close();
        figures.close();
    }

    private static final class NothingYet implements CommunityDirectory {

        @Override
        public Located locate(String repository) {
            return new Located.NotReady(WORDS);
        }

        @Override
        public List<Located> everywhere() {
            return List.of(new Located.NotReady(WORDS));
        }
    }
}
