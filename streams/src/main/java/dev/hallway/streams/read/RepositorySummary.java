// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a repository is and how completely it is known.
 *
 * @param repository {@code owner/repo} as GitHub writes it
 * @param htmlUrl its web page; empty until ingest has described the repository
 * @param syncedAt everything GitHub showed until then is in; null before the first complete cycle
 * @param historyComplete true once every list has been read from the beginning
 * @param gaps what is known to be missing, one sentence each
 * @param inventory what became of every number; null before the first complete cycle
 * @param firstWeek week of the first event; null if there is none
 * @param lastWeek week of the last event; null if there is none
 */
public record RepositorySummary(
        String repository,
        String htmlUrl,
        @Nullable Instant syncedAt,
        boolean historyComplete,
        List<String> gaps,
        @Nullable Inventory inventory,
        @Nullable IsoWeek firstWeek,
        @Nullable IsoWeek lastWeek) {}
