// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.portfolio.FigureCache;
import dev.hallway.streams.portfolio.OwnerGroup;
import dev.hallway.streams.portfolio.Portfolio;
import dev.hallway.streams.portfolio.PortfolioQuery;
import dev.hallway.streams.portfolio.PortfolioSort;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.CompletenessNote;
import dev.hallway.streams.read.RepositorySummary;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** All repositories side by side. */
final class PortfolioResource {

    private static final int MOST = 100;
    private static final int USUAL = 50;
    private static final int FARTHEST = 10_000;
    private static final int MOST_OWNERS = 100;
    private static final int LONGEST = 255;

    private final AllPartitions partitions;
    private final FigureCache figures;

    PortfolioResource(AllPartitions partitions, FigureCache figures) {
        this.partitions = partitions;
        this.figures = figures;
    }

    /** A page of it; to another instance, all that it needs of what is held here. */
    void list(Context context) {
        boolean forwarded = Forwarder.isForwarded(context);
        PortfolioQuery query = query(context, forwarded ? FARTHEST + MOST : MOST);
        AllPartitions.Found found = partitions.find(context, context.path() + "?" + written(query.ofPart()));
        List<RepositorySummary> held = found.here().stream()
                .map(CommunityReader::repositories)
                .flatMap(List::stream)
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Portfolio.of(held, figures, query.ofPart()), Freshest.of(held)));
        found.elsewhere().forEach(answer -> parts.add(Part.of(answer)));
        Portfolio portfolio =
                Portfolio.together(parts.stream().map(Part::portfolio).toList(), query);
        Envelope.write(
                context,
                forwarded ? portfolio : portfolio.withOwners(MOST_OWNERS),
                freshness(portfolio, parts, RepositoryAccess.servedBy(context)));
    }

    private static PortfolioQuery query(Context context, int most) {
        PortfolioSort sort =
                Objects.requireNonNullElse(Parameters.choice(context, "sort", PortfolioSort.class), PortfolioSort.NAME);
        Order order = Parameters.choice(context, "order", Order.class);
        return new PortfolioQuery(
                Parameters.text(context, "q", LONGEST),
                Parameters.text(context, "owner", LONGEST),
                sort,
                order == null ? sort == PortfolioSort.NAME : order == Order.ASC,
                Parameters.number(context, "offset", 0, FARTHEST, 0),
                Parameters.number(context, "limit", 1, most, USUAL));
    }

    private static String written(PortfolioQuery query) {
        return "sort=" + query.sort().name().toLowerCase(Locale.ROOT)
                + "&order=" + (query.ascending() ? "asc" : "desc")
                + "&offset=" + query.offset()
                + "&limit=" + query.limit()
                + written("q", query.text())
                + written("owner", query.owner());
    }

    private static String written(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, UTF_8);
    }

    /** As fresh as the least fresh of all repositories. */
    private static Freshness freshness(Portfolio portfolio, List<Part> parts, String servedBy) {
        long gaps = sum(portfolio, OwnerGroup::gaps);
        Freshest least = parts.stream()
                .filter(part -> !part.portfolio().owners().isEmpty())
                .map(Part::freshest)
                .reduce(Freshest::least)
                .orElse(new Freshest(null, true));
        return new Freshness(
                least.syncedAt(),
                least.historyComplete(),
                gaps == 0
                        ? List.of()
                        : List.of("named gaps: " + gaps + "; the answer about a repository names its own"),
                null,
                CompletenessNote.of(sum(portfolio, OwnerGroup::repositories), sum(portfolio, OwnerGroup::incomplete)),
                servedBy);
    }

    private static long sum(Portfolio portfolio, ToLongFunction<OwnerGroup> figure) {
        return portfolio.owners().stream().mapToLong(figure).sum();
    }

    private enum Order {
        ASC,
        DESC
    }

    /** What is known of the repositories of one instance. */
    private record Part(Portfolio portfolio, Freshest freshest) {

        static Part of(JsonNode answer) {
            try {
                return new Part(
                        Json.value(answer.path("data"), Portfolio.class), Freshest.of(answer.path("freshness")));
            } catch (IOException unreadable) {
                throw AllPartitions.unreadable();
            }
        }
    }

    /** How fresh some repositories are together. */
    private record Freshest(@Nullable Instant syncedAt, boolean historyComplete) {

        static Freshest of(List<RepositorySummary> repositories) {
            return repositories.stream()
                    .map(summary -> new Freshest(summary.syncedAt(), summary.historyComplete()))
                    .reduce(Freshest::least)
                    .orElse(new Freshest(null, true));
        }

        static Freshest of(JsonNode freshness) {
            String syncedAt = freshness.path("syncedAt").textValue();
            return new Freshest(
                    syncedAt == null ? null : Instant.parse(syncedAt),
                    freshness.path("historyComplete").asBoolean());
        }

        Freshest least(Freshest other) {
            Instant one = syncedAt;
            Instant another = other.syncedAt;
            Instant earlier = one == null || another == null ? null : one.isBefore(another) ? one : another;
            return new Freshest(earlier, historyComplete && other.historyComplete);
        }
    }
}
