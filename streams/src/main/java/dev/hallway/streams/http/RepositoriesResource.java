// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.read.CompletenessNote;
import dev.hallway.streams.read.RepositorySummary;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which repositories there are. */
final class RepositoriesResource {

    private static final Comparator<View> BY_NAME =
            Comparator.comparing(view -> view.repository().toLowerCase(Locale.ROOT));

    private final AllPartitions partitions;

    RepositoriesResource(AllPartitions partitions) {
        this.partitions = partitions;
    }

    void list(Context context) {
        List<View> views = all(context);
        Envelope.write(context, views, together(views, RepositoryAccess.servedBy(context)));
    }

    /** Every repository that is known, by name; of a forwarded request, every one that is held here. */
    List<View> all(Context context) {
        AllPartitions.Found found = partitions.find(context, Routes.API);
        List<View> views = new ArrayList<>();
        found.here().forEach(reader -> reader.repositories().forEach(summary -> views.add(View.of(summary))));
        found.elsewhere().forEach(answer -> answer.path("data").forEach(node -> views.add(View.of(node))));
        views.sort(BY_NAME);
        return views;
    }

    void summary(Context context, Held held) {
        Envelope.write(context, View.of(held.summary()), held.freshness());
    }

    /** As fresh as the least fresh of them. */
    static Freshness together(List<View> views, String servedBy) {
        boolean allSynced = views.stream().allMatch(view -> view.syncedAt() != null);
        @Nullable
        String oldest = allSynced
                ? views.stream().map(View::syncedAt).sorted().findFirst().orElse(null)
                : null;
        List<String> incomplete = views.stream()
                .filter(view -> !view.completeness().complete())
                .map(View::repository)
                .toList();
        return new Freshness(
                oldest == null ? null : Instant.parse(oldest),
                views.stream().allMatch(View::historyComplete),
                views.stream()
                        .flatMap(view -> view.gaps().stream().map(gap -> view.repository() + ": " + gap))
                        .toList(),
                null,
                CompletenessNote.of(views.size(), incomplete),
                servedBy);
    }

    /**
     * A repository as callers see it.
     *
     * @param repository {@code owner/repo} as GitHub writes it
     * @param htmlUrl its web page
     * @param syncedAt everything GitHub showed until then is in; null before the first complete cycle
     * @param historyComplete true once every list has been read from the beginning
     * @param gaps what is known to be missing
     * @param inventory what became of every number; null before the first complete cycle
     * @param completeness whether anything is missing, and the same in words
     * @param firstWeek week of the first event; null if there is none
     * @param lastWeek week of the last event; null if there is none
     */
    record View(
            String repository,
            String htmlUrl,
            @Nullable String syncedAt,
            boolean historyComplete,
            List<String> gaps,
            @Nullable JsonNode inventory,
            CompletenessNote completeness,
            @Nullable String firstWeek,
            @Nullable String lastWeek) {

        static View of(RepositorySummary summary) {
            return new View(
                    summary.repository(),
                    summary.htmlUrl(),
                    text(summary.syncedAt()),
                    summary.historyComplete(),
                    summary.gaps(),
                    summary.inventory() == null ? null : Json.tree(summary.inventory()),
                    CompletenessNote.of(summary),
                    text(summary.firstWeek()),
                    text(summary.lastWeek()));
        }

        /** From the answer of another instance. */
        static View of(JsonNode node) {
            return new View(
                    node.path("repository").asText(),
                    node.path("htmlUrl").asText(),
                    text(node.path("syncedAt")),
                    node.path("historyComplete").asBoolean(),
                    StreamSupport.stream(node.path("gaps").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList(),
                    node.hasNonNull("inventory") ? node.path("inventory") : null,
                    note(node.path("completeness")),
                    text(node.path("firstWeek")),
                    text(node.path("lastWeek")));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }

        private static CompletenessNote note(JsonNode node) {
            return new CompletenessNote(
                    node.path("complete").asBoolean(), node.path("words").asText());
        }

        private static @Nullable String text(JsonNode node) {
            return node.isTextual() ? node.asText() : null;
        }
    }
}
