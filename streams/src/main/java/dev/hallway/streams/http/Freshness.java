// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.read.CompletenessNote;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.Inventory;
import dev.hallway.streams.read.RepositorySummary;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fresh and complete an answer is.
 *
 * @param syncedAt everything GitHub showed until then is in; null before the first complete cycle
 * @param historyComplete true once every list has been read from the beginning
 * @param gaps what is known to be missing
 * @param inventory what became of every number of the repository; null before the first complete cycle, and for several
 * @param completeness whether anything is missing, and the same in words
 * @param servedBy {@code host:port} of the instance that answered
 */
record Freshness(
        @Nullable Instant syncedAt,
        boolean historyComplete,
        List<String> gaps,
        @Nullable Inventory inventory,
        CompletenessNote completeness,
        String servedBy) {

    static Freshness of(RepositorySummary summary, String servedBy) {
        return new Freshness(
                summary.syncedAt(),
                summary.historyComplete(),
                summary.gaps(),
                summary.inventory(),
                CompletenessNote.of(summary),
                servedBy);
    }

    /** For answers that have no envelope to say it in. */
    void writeHeaders(Context context) {
        context.header("Hallway-Synced-At", syncedAt == null ? "never" : syncedAt.toString());
        context.header("Hallway-History-Complete", Boolean.toString(historyComplete));
        context.header("Hallway-Gaps", Integer.toString(gaps.size()));
        if (inventory != null) {
            context.header("Hallway-Unexplained-Numbers", Long.toString(inventory.unexplainedNumbers()));
        }
        context.header("Hallway-Complete", Boolean.toString(completeness.complete()));
        context.header("Hallway-Completeness", completeness.words());
        context.header("Hallway-Served-By", servedBy);
        context.header("Hallway-Definition-Version", Integer.toString(Definitions.VERSION));
    }
}
