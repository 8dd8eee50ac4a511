// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Instant;
import java.util.List;

/**
 * Where to find the story the demo is about, and what has to come out of it.
 *
 * @param request the issue in which a user asks for something
 * @param requestedAt when it was opened, UTC
 * @param firstAnswer the pull request that closes it
 * @param firstMergedAt when that was merged, UTC
 * @param pullRequests every pull request that refers to the request, the first answer included, oldest merge first
 */
public record DemoStory(
        DemoItem request,
        Instant requestedAt,
        DemoItem firstAnswer,
        Instant firstMergedAt,
        List<DemoItem> pullRequests) {

    /** Copies the list. */
    public DemoStory {
        pullRequests = List.copyOf(pullRequests);
    }
}
