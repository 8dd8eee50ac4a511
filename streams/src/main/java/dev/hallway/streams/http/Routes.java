// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.http.MetricsResource.Metric;
import dev.hallway.streams.http.RepositoryAccess.Resource;
import dev.hallway.streams.read.CommunityReader;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every path the server answers, with its handler; all are read with GET. */
final class Routes {

    static final String API = "/api/v1/repositories";

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
            OperationsResource operations) {
        Routes routes = new Routes(access);
        routes.addPage();
        routes.addOperations(operations);
        routes.handlers.put(API, repositories::list);
        routes.handlers.put(PortfolioResource.PATH, portfolio::one);
        routes.addRepository("", repositories::summary);
        routes.addMetrics();
        routes.addPeopleAndItems();
        routes.addExplanations();
        return routes.handlers;
    }

    private void addPage() {
        handlers.put("/", StaticFile.of("page.html", "text/html; charset=utf-8"));
        handlers.put("/page.js", StaticFile.of("page.js", "text/javascript; charset=utf-8"));
        handlers.put("/page.css", StaticFile.of("page.css", "text/css; charset=utf-8"));
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
        addRepository("/tables/{name}.csv", MetricsResource::table);
        addRepository("/digest", DigestResource::one);
    }

    private void addPeopleAndItems() {
        addRepository("/stories", StoriesResource::list);
        addRepository("/stories/{number}", StoriesResource::one);
        addRepository("/items/{number}", ItemsResource::one);
        addRepository("/waiting", ItemsResource::waiting);
    }

    private void addExplanations() {
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
