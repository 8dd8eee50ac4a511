// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.Problem;
import dev.hallway.streams.digest.HtmlDigest;
import dev.hallway.streams.digest.JsonDigest;
import dev.hallway.streams.digest.MarkdownPortfolio;
import dev.hallway.streams.digest.PortfolioModel;
import dev.hallway.streams.digest.PortfolioPart;
import dev.hallway.streams.http.RepositoriesResource.View;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.week.IsoWeek;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The digest of several repositories. What other instances hold is fetched from there, a repository at a time; if one of
 * them does not answer, there is no digest.
 */
final class PortfolioDigestResource {

    static final String PATH = "/api/v1/digest";

    private final CommunityDirectory directory;
    private final Forwarder forwarder;
    private final RepositoriesResource repositories;

    PortfolioDigestResource(CommunityDirectory directory, Forwarder forwarder, RepositoriesResource repositories) {
        this.directory = directory;
        this.forwarder = forwarder;
        this.repositories = repositories;
    }

    /** Markdown unless the caller asks for another format; another instance gets the part of one repository. */
    void one(Context context) {
        if (Forwarder.isForwarded(context)) {
            String name = String.valueOf(context.queryParam("repository"));
            context.contentType("application/json");
            context.result(Json.bytes(heldHere(directory.locate(name), name, Parameters.queryWeek(context))));
            return;
        }
        DigestResource.Format format = DigestResource.format(context);
        List<View> asked = asked(context);
        IsoWeek week = week(context, asked);
        List<PortfolioPart> parts = new ArrayList<>();
        for (View view : asked) {
            parts.add(part(context, view.repository(), week));
        }
        PortfolioModel portfolio = PortfolioModel.of(week, parts);
        Freshness freshness = RepositoriesResource.together(asked, RepositoryAccess.servedBy(context));
        switch (format) {
            case JSON -> Envelope.write(context, JsonDigest.fitting(portfolio), freshness);
            case HTML -> {
                Guard.allowStyle(context, HtmlDigest.styleSource());
                DigestResource.text(
                        context,
                        freshness,
                        "text/html; charset=utf-8",
                        HtmlDigest.render(portfolio, DigestResource.links(context)));
            }
            case MARKDOWN ->
                DigestResource.text(
                        context,
                        freshness,
                        "text/markdown; charset=utf-8",
                        MarkdownPortfolio.render(portfolio, DigestResource.links(context)));
        }
    }

    /** The repositories that are asked for: by their names, or by their owners, or all. */
    private List<View> asked(Context context) {
        List<String> names = context.queryParams("repository").stream()
                .flatMap(several -> Stream.of(several.split(",")))
                .toList();
        List<String> owners = context.queryParams("owner");
        bounded(names.size());
        Map<String, View> known = new LinkedHashMap<>();
        repositories.all(context).forEach(view -> known.put(lower(view.repository()), view));
        Map<String, View> asked = new LinkedHashMap<>();
        for (String name : names) {
            View view = known.get(lower(name));
            if (view == null) {
                throw RepositoryAccess.unknown(name);
            }
            asked.put(lower(name), view);
        }
        for (String owner : owners) {
            List<View> theirs = known.values().stream()
                    .filter(view -> lower(view.repository()).startsWith(lower(owner) + "/"))
                    .toList();
            if (theirs.isEmpty()) {
                throw new Problem.Found(
                        404,
                        "No repository of '" + owner + "' is known here; " + Routes.API + " lists those that are.");
            }
            theirs.forEach(view -> asked.put(lower(view.repository()), view));
        }
        List<View> all = List.copyOf(names.isEmpty() && owners.isEmpty() ? known.values() : asked.values());
        bounded(all.size());
        if (all.isEmpty()) {
            throw new Problem.Found(404, "No repository is known here yet; ask again when GitHub has been read.");
        }
        return all;
    }

    private static void bounded(int repositories) {
        if (repositories > PortfolioModel.MOST_REPOSITORIES) {
            throw new Problem.Found(
                    400,
                    "A digest tells of " + PortfolioModel.MOST_REPOSITORIES + " repositories at most, and these are "
                            + repositories + ": name fewer with 'repository', or one owner with 'owner'.");
        }
    }

    /** The week asked for; the last one that ended before any of them was last read to the end, if none was. */
    private static IsoWeek week(Context context, List<View> asked) {
        return Parameters.optionalWeek(context, "week")
                .or(() -> asked.stream()
                        .map(View::syncedAt)
                        .filter(Objects::nonNull)
                        .map(Instant::parse)
                        .sorted()
                        .findFirst()
                        .map(syncedAt -> IsoWeek.of(syncedAt).previous()))
                .orElseGet(() -> Parameters.queryWeek(context));
    }

    private PortfolioPart part(Context context, String name, IsoWeek week) {
        Located located = directory.locate(name);
        return located instanceof Located.Elsewhere elsewhere
                ? fetched(
                        forwarder.fetch(elsewhere.instance(), PATH + "?repository=" + name + "&week=" + week, context),
                        name)
                : heldHere(located, name, week);
    }

    private static PortfolioPart heldHere(Located located, String name, IsoWeek week) {
        if (located instanceof Located.NotReady notReady) {
            throw new Problem.Found(503, notReady.reason());
        }
        CommunityReader reader = located instanceof Located.Here here ? here.reader() : null;
        if (reader == null || reader.repository(name).isEmpty()) {
            throw new Problem.Found(503, name + " is moving between instances; ask again shortly.");
        }
        return PortfolioPart.of(reader, name, week);
    }

    private static PortfolioPart fetched(HttpResponse<byte[]> answer, String name) {
        if (answer.statusCode() != 200) {
            throw new Problem.Found(503, "The instance that holds " + name + " does not answer; ask again shortly.");
        }
        try {
            return Json.read(answer.body(), PortfolioPart.class);
        } catch (IOException notAPart) {
            throw new Problem.Found(503, "The instance that holds " + name + " gave no readable answer.");
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
