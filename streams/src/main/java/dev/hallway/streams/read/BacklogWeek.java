// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.streams.week.IsoWeek;
import org.jspecify.annotations.Nullable;

/**
 * What was open at the end of a week, by the times of opening and closing as they stand now.
 *
 * @param week at its end
 * @param issues open issues
 * @param pullRequests open pull requests, drafts included
 */
public record BacklogWeek(IsoWeek week, Open issues, Open pullRequests) {

    /**
     * Open items and their ages.
     *
     * @param count how many
     * @param ageP50Seconds median age; null if there are none
     * @param ageP90Seconds age that one in ten exceeds; null if there are none
     */
    public record Open(
            long count,
            @Nullable Long ageP50Seconds,
            @Nullable Long ageP90Seconds) {}
}
