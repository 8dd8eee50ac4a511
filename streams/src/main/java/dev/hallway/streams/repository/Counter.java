// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

/** What is counted of a repository's week; each counter says which published figures it goes into. */
enum Counter {
    ISSUES_OPENED(Figure.FLOW),
    ISSUES_CLOSED(Figure.FLOW, Figure.FEEDBACK_LATENCY),
    ISSUES_CLOSED_LINKED(Figure.FLOW, Figure.FEEDBACK_LATENCY),
    PULL_REQUESTS_OPENED(Figure.FLOW),
    PULL_REQUESTS_MERGED(Figure.FLOW),
    PULL_REQUESTS_CLOSED_UNMERGED(Figure.FLOW),
    ISSUES_ASKED(Figure.RESPONSIVENESS),
    ISSUES_ANSWERED(Figure.RESPONSIVENESS),
    ISSUES_ANSWERED_WITHIN_48_HOURS(Figure.RESPONSIVENESS),
    PULL_REQUESTS_ASKED(Figure.RESPONSIVENESS),
    PULL_REQUESTS_ANSWERED(Figure.RESPONSIVENESS),
    PULL_REQUESTS_ANSWERED_WITHIN_48_HOURS(Figure.RESPONSIVENESS),
    MERGES_THAT_ANSWERED(Figure.FEEDBACK_LATENCY),
    MERGES_BY_COMMUNITY(Figure.FEEDBACK_LATENCY),
    LATENCY_SECONDS(Figure.FEEDBACK_LATENCY),
    CONTRIBUTIONS(Figure.CONTRIBUTOR_DIVERSITY),
    MAINTAINER_CONTRIBUTIONS(Figure.CONTRIBUTOR_DIVERSITY),
    CONTRIBUTORS(Figure.CONTRIBUTOR_DIVERSITY),
    COMMUNITY_CONTRIBUTORS(Figure.CONTRIBUTOR_DIVERSITY),
    NEWCOMERS(Figure.CONTRIBUTOR_DIVERSITY),
    UNKNOWN_CONTRIBUTIONS(Figure.CONTRIBUTOR_DIVERSITY),
    BOT_CONTRIBUTIONS(Figure.CONTRIBUTOR_DIVERSITY);

    private final int figures;

    Counter(Figure... figures) {
        int bits = 0;
        for (Figure figure : figures) {
            bits |= figure.bit();
        }
        this.figures = bits;
    }

    /** A bit for each figure it goes into. */
    int figures() {
        return figures;
    }
}
