// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Instant;
import java.util.List;

/**
 * The plan of a repository of the demo.
 *
 * @param name {@code owner/repo}
 * @param id GitHub's numeric id
 * @param createdAt when it was created, and its first issue opened
 * @param items how many issues and pull requests it has at the end
 * @param lastOpenedAt when the last of them was opened
 * @param pattern when its people are at work
 * @param texts what they write
 */
record Plan(
        String name,
        long id,
        Instant createdAt,
        long items,
        Instant lastOpenedAt,
        ActivityPattern pattern,
        Texts texts) {

    // Far above the ids GitHub has given out.
    private static final long FIRST_ID = 900_000_000_000L;

    static List<Plan> all() {
        return List.of(
                new Plan(
                        SecretsStory.RUNTIME,
                        FIRST_ID + 1,
                        Instant.parse("2019-11-04T08:00:00Z"),
                        1_160,
                        Instant.parse("2020-03-15T19:20:00Z"),
                        silent("2019-12-25T00:00:00Z", "2019-12-27T00:00:00Z"),
                        Texts.ofRuntime()),
                new Plan(
                        SecretsStory.DOCS,
                        FIRST_ID + 2,
                        Instant.parse("2019-11-05T09:30:00Z"),
                        409,
                        Instant.parse("2020-03-14T11:00:00Z"),
                        silent("2019-12-23T00:00:00Z", "2020-01-06T00:00:00Z"),
                        Texts.ofDocs()),
                new Plan(
                        SecretsStory.QUICKSTARTS,
                        FIRST_ID + 3,
                        Instant.parse("2019-11-07T10:00:00Z"),
                        221,
                        Instant.parse("2020-03-13T16:45:00Z"),
                        silent("2020-01-20T00:00:00Z", "2020-01-27T00:00:00Z"),
                        Texts.ofQuickstarts()));
    }

    private static ActivityPattern silent(String from, String until) {
        return new ActivityPattern(Instant.parse(from), Instant.parse(until));
    }
}
