// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

/** Requests and GraphQL queries are counted apart. */
enum Quota {
    REST("GitHub's hourly quota is used up"),
    GRAPHQL("GitHub's GraphQL quota is used up");

    private final String usedUp;

    Quota(String usedUp) {
        this.usedUp = usedUp;
    }

    /** The message when nothing is left. */
    String usedUp() {
        return usedUp;
    }

    static Quota of(Question question) {
        return question.isGraphQl() ? GRAPHQL : REST;
    }
}
