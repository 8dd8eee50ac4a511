// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.explain.WeeklyFigure;
import dev.hallway.streams.read.SecretsCommunity;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {

    @Test
    void shouldDescribeExactlyWhatIsServed() throws IOException, InterruptedException {
        // Given
        CommunityDirectory directory = Caller.here(SecretsCommunity.community());
        Forwarder forwarder = new Forwarder(Duration.ofSeconds(1));
        AllPartitions partitions = new AllPartitions(directory, forwarder);
        RepositoriesResource repositories = new RepositoriesResource(partitions);
        Set<String> routes = Routes.of(
                        new RepositoryAccess(directory, forwarder),
                        repositories,
                        new PortfolioResource(partitions, Caller.noFigures()),
                        new PortfolioDigestResource(directory, forwarder, repositories),
                        new OperationsResource(Caller.READY, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
                        new ChangesResource(ChangeStream.create()))
                .keySet();
        try (HttpServer server = Caller.serve(directory)) {
            // When
            JsonNode description = Caller.json(Caller.get(server, "/openapi.json"));

            // Then
            List<String> described = new ArrayList<>();
            description.path("paths").fieldNames().forEachRemaining(described::add);
            assertThat(described).containsExactlyInAnyOrderElementsOf(routes);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Digest,/api/v1/repositories/dapr/dapr/digest?week=2020-W08&format=json",
        "Digest,/api/v1/repositories/dapr/dapr/digest?week=2020-W10&format=json",
        "Portfolio,/api/v1/digest?week=2020-W08&format=json",
        "Portfolio,/api/v1/digest?week=2020-W10&format=json",
    })
    void shouldDescribeEveryFieldOfADigest(String schema, String path) throws IOException, InterruptedException {
        // Given
        try (HttpServer server = Caller.serve(Caller.here(SecretsCommunity.community()))) {
            Described described = new Described(Caller.json(Caller.get(server, "/openapi.json")));

            // When
            JsonNode digest = Caller.json(Caller.get(server, path)).path("data");

            // Then
            assertThat(digest.isObject()).isTrue();
            assertThat(described.differences(schema, digest)).isEmpty();
        }
    }

    @Test
    void shouldNameEveryFigureThatIsExplained() throws IOException, InterruptedException {
        // Given
        try (HttpServer server = Caller.serve(Caller.here(SecretsCommunity.community()))) {
            // When
            JsonNode description = Caller.json(Caller.get(server, "/openapi.json"));

            // Then
            JsonNode explanation =
                    description.path("paths").path(Routes.API + "/{owner}/{repo}/weeks/{week}/explain/{figure}");
            List<String> named = new ArrayList<>();
            explanation.at("/get/parameters/3/schema/examples").forEach(name -> named.add(name.asText()));
            assertThat(named).isEqualTo(WeeklyFigure.names());
        }
    }
}
