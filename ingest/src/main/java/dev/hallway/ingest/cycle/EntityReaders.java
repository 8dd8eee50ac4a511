// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import java.util.function.Function;

/** Turns the entities of each list into snapshots. */
final class EntityReaders {

    private EntityReaders() {}

    static Translation<Snapshot> issue(Snapshots context, JsonNode node) {
        return Snapshots.isPullRequest(node)
                ? then(context.issue(node), Snapshot::ofPullRequestAmongIssues)
                : then(context.issue(node), Snapshot::of);
    }

    static Translation<Snapshot> pullRequest(Snapshots context, JsonNode node) {
        return then(context.pullRequest(node), Snapshot::of);
    }

    static Translation<Snapshot> issueComment(Snapshots context, JsonNode node) {
        return then(context.issueComment(node), comment -> Snapshot.of(comment, "issue comment"));
    }

    static Translation<Snapshot> reviewComment(Snapshots context, JsonNode node) {
        return then(context.reviewComment(node), comment -> Snapshot.of(comment, "review comment"));
    }

    static ListPage.EntityReader reviewOf(long number) {
        return (context, node) -> then(context.review(node, number), Snapshot::of);
    }

    private static <T> Translation<Snapshot> then(Translation<T> read, Function<T, Snapshot> next) {
        if (read instanceof Translation.Read<T> success) {
            return new Translation.Read<>(next.apply(success.value()));
        }
        Translation.Unreadable<T> failure = (Translation.Unreadable<T>) read;
        return new Translation.Unreadable<>(failure.subject(), failure.reason(), failure.updatedAt());
    }
}
