// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import java.util.function.Function;

/** Turns the entities of each list into snapshots. */
public final class EntityReaders {

    private EntityReaders() {}

    /** An entry of {@code /issues}, which lists pull requests, too. */
    public static Translation<Snapshot> issue(Snapshots context, JsonNode node) {
        return Snapshots.isPullRequest(node)
                ? then(context.issue(node), Snapshot::ofPullRequestAmongIssues)
                : then(context.issue(node), Snapshot::of);
    }

    /** An entry of {@code /pulls}. */
    public static Translation<Snapshot> pullRequest(Snapshots context, JsonNode node) {
        return then(context.pullRequest(node), Snapshot::of);
    }

    /** An entry of {@code /issues/comments}. */
    public static Translation<Snapshot> issueComment(Snapshots context, JsonNode node) {
        return then(context.issueComment(node), Snapshot::of);
    }

    /** An entry of {@code /pulls/comments}. */
    public static Translation<Snapshot> reviewComment(Snapshots context, JsonNode node) {
        return then(context.reviewComment(node), Snapshot::of);
    }

    /** The entries of the reviews of a pull request, which do not name it. */
    public static ListPage.EntityReader reviewOf(long number) {
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
