// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.http.MetricsResource.Metric;
import dev.hallway.streams.http.RepositoryAccess.Resource;
import dev.hallway.streams.pages.Pages;
import dev.hallway.streams.read.CommunityReader;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every path the server answers, with its handler; all are read with GET. */
final class Routes {

    static final String API = "/api/v1/repositories";
    static final String CHANGES = "/api/v1/changes";

    private static final String REPOSITORY = API + "/{owner}/{repo}";
    private static final String WEEK = REPOSITORY + "/weeks/{week}";

    private final Map<String, Handler> handlers = new LinkedHashMap<>();
    private final RepositoryAccess access;

    private Routes(RepositoryAccess access) {
        this.access = access;
    }

    static Map<String, Handler> of(
            RepositoryAccess access,
            RepositoriesResource repositories,
            PortfolioResource portfolio,
            PortfolioDigestResource digests,
            OperationsResource operations,
            ChangesResource changes) {
        Routes routes = new Routes(access);
        routes.handlers.putAll(Pages.routes());
        routes.addOperations(operations);
        routes.handlers.put("/api/v1/portfolio", portfolio::list);
        routes.handlers.put(API, repositories::list);
        routes.handlers.put(PortfolioDigestResource.PATH, digests::one);
        routes.handlers.put(CHANGES, changes::listen);
        routes.addRepository("", repositories::summary);
        routes.addMetrics();
        routes.addPeopleAndItems();
        routes.addExplanations();
        return routes.handlers;
    }

    private void addOperations(OperationsResource operations) {
        handlers.put("/openapi.json", StaticFile.of("openapi.json", "application/json"));
        handlers.put("/health/live", operations::live);
        handlers.put("/health/ready", operations::ready);
        handlers.put("/metrics", operations::metrics);
    }

    private void addMetrics() {
        for (Metric metric : MetricsResource.ALL) {
            addRepository("/" + metric.name(), MetricsResource.weekly(metric));
            addRepository("/" + metric.name() + ".csv", MetricsResource.weeklyCsv(metric));
        }
        addRepository("/contributor-diversity/trailing", MetricsResource.trailing(CommunityReader::diversityOver));
        addRepository("/organisations/trailing", MetricsResource.trailing(CommunityReader::organisationsOver));
        addRepository("/merging/trailing", MetricsResource.trailing(CommunityReader::mergingOver));
        addRepository(
                "/contributor-diversity/trailing/series", MetricsResource.series(CommunityReader::diversitySeries));
        addRepository("/organisations/trailing/series", MetricsResource.series(CommunityReader::organisationsSeries));
        addRepository("/merging/trailing/series", MetricsResource.series(CommunityReader::mergingSeries));
        addRepository("/tables/{name}.csv", MetricsResource::table);
        addRepository("/digest", DigestResource::one);
    }

    private void addPeopleAndItems() {
        addRepository("/stories", StoriesResource::list);
        addRepository("/stories/{number}", StoriesResource::one);
        addRepository("/items/{number}", ItemsResource::one);
        addRepository("/items/{number}/conversation", ItemsResource::conversation);
        addRepository("/waiting", ItemsResource::waiting);
        addRepository("/people", PeopleResource::list);
    }

    private void addExplanations() {
        addRepository("/changes", WeekResource::allChanges);
        addWeek("/contributors", WeekResource::contributors);
        addWeek("/contributions", WeekResource::contributions);
        addWeek("/changes", WeekResource::changes);
        addWeek("/explain/{figure}", WeekResource::explain);
    }

    private void addRepository(String path, Resource resource) {
        handlers.put(REPOSITORY + path, access.handler(resource));
    }

    private void addWeek(String path, Resource resource) {
        handlers.put(WEEK + path, access.handler(resource));
    }
}
