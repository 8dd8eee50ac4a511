// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person from the first contribution to a repository on.
 *
 * @param login latest known login
 * @param firstAt when the first contribution counts, UTC
 * @param firstKind what it was
 * @param firstAnsweredSeconds how long the first response to the item took that the first contribution opened; null if
 *     there is none, or if the first contribution opened none
 * @param firstPullRequestAt when the first pull request was opened, UTC; null if none was
 * @param firstMergeAt when a first own pull request was merged, UTC; null if none was
 * @param contributions how many there are until now
 * @param lastWeek week of the latest one
 * @param returned whether the person contributed, other than by a merge, in any of the 12 weeks after the first one; null
 *     if not, and if it is too early to tell
 */
public record Newcomer(
        String login,
        Instant firstAt,
        CountedContribution.Kind firstKind,
        @Nullable Long firstAnsweredSeconds,
        @Nullable Instant firstPullRequestAt,
        @Nullable Instant firstMergeAt,
        long contributions,
        IsoWeek lastWeek,
        @Nullable Boolean returned) {

    /** The week of the first contribution. */
    public IsoWeek firstWeek() {
        return IsoWeek.of(firstAt);
    }
}
