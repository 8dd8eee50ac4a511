// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.pages;

import dev.hallway.service.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The addresses of the pages and of the files that they load. */
public final class Pages {

    private static final String REPOSITORY = "/r/{owner}/{repo}";

    /** The addresses of pages; the script of the document knows them too. */
    private static final List<String> ADDRESSES = List.of(
            "/",
            "/digests/{week}",
            REPOSITORY,
            REPOSITORY + "/stories",
            REPOSITORY + "/stories/{number}",
            REPOSITORY + "/people",
            REPOSITORY + "/digests/{week}",
            REPOSITORY + "/weeks/{week}/{figure}");

    static final List<String> FILES = List.of(
            "addresses.js",
            "api.js",
            "chart.js",
            "digest.js",
            "explanation.js",
            "figures.js",
            "frame.js",
            "icon.svg",
            "live.js",
            "main.js",
            "overview.js",
            "page.css",
            "people.js",
            "repository.js",
            "sources.js",
            "spark.js",
            "stories.js",
            "story.js",
            "timeline.js",
            "weeks.js",
            "words.js");

    private final Map<String, PageFile> own = new LinkedHashMap<>();
    private final Map<String, PageFile> others = Map.of(
            "lit-html.js", PageFile.ofWebJar("lit-html", "lit-html.js"),
            "uplot.js", PageFile.ofWebJar("uplot", "dist/uPlot.iife.min.js"),
            "uplot.css", PageFile.ofWebJar("uplot", "dist/uPlot.min.css"));

    private Pages() {
        FILES.forEach(name -> own.put(name, PageFile.of(name)));
    }

    /** A handler for each path, as Javalin writes it. */
    public static Map<String, Handler> routes() {
        Pages pages = new Pages();
        Map<String, Handler> routes = new LinkedHashMap<>();
        PageFile document = PageFile.of("page.html");
        ADDRESSES.forEach(address -> routes.put(address, document::answer));
        routes.put("/pages/{file}", context -> answer(pages.own, context));
        routes.put("/lib/{file}", context -> answer(pages.others, context));
        return routes;
    }

    private static void answer(Map<String, PageFile> files, Context context) {
        PageFile file = files.get(context.pathParam("file"));
        if (file == null) {
            throw new Problem.Found(404, "The pages have no file '" + context.pathParam("file") + "'.");
        }
        file.answer(context);
    }
}
