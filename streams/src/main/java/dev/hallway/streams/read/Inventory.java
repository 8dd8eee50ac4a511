// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of every number of a repository: numbers run from 1 over issues, pull requests and discussions, and the
 * counts add up to the highest.
 *
 * @param highestNumber highest number of an issue or pull request that was seen; 0 if there is none
 * @param items issues and pull requests that Hallway holds and GitHub still has
 * @param deletedNumbers GitHub says they were deleted
 * @param transferredNumbers they lead to another repository
 * @param absentNumbers GitHub shows nothing: discussions, or not visible to the token
 * @param unexplainedNumbers nothing is known of them yet: they may be items that figures lack
 * @param firstUnexplained the lowest of those
 * @param repairedItems items that were missed and found later, ever
 * @param silentEdits changes without a new time of change that were found, ever
 * @param lastSweepAt when open and recently closed items were last compared; null before the first time
 * @param lastReconcileAt when all items were last looked for; null before the first time
 * @param discussionNumbers of the absent ones, those that are known to be discussions
 * @param invisibleNumbers of the absent ones, those that are known to be none; the rest has not been told apart
 * @param repairedComments comments and their changes that were missed and found later, ever
 * @param deletedComments comments that were found to be gone without GitHub saying so, ever
 * @param deletedReviews reviews that were found to be gone, such as those of banned accounts, ever
 * @param oldestReadAt all comments and reviews were read, or read again, then or later; null if that is not known
 */
public record Inventory(
        long highestNumber,
        long items,
        long deletedNumbers,
        long transferredNumbers,
        long absentNumbers,
        long unexplainedNumbers,
        List<Long> firstUnexplained,
        long repairedItems,
        long silentEdits,
        @Nullable Instant lastSweepAt,
        @Nullable Instant lastReconcileAt,
        long discussionNumbers,
        long invisibleNumbers,
        long repairedComments,
        long deletedComments,
        long deletedReviews,
        @Nullable Instant oldestReadAt) {

    /** Copies the list. */
    public Inventory {
        firstUnexplained = List.copyOf(firstUnexplained);
    }

    /** Absent numbers that are discussions or not visible: nobody has told which. */
    public long eitherNumbers() {
        return absentNumbers - discussionNumbers - invisibleNumbers;
    }
}
