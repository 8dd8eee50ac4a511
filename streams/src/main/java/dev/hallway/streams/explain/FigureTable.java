// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

/** The tables of weekly figures, each with the section that defines it. */
public enum FigureTable {
    CONTRIBUTOR_DIVERSITY("contributor-diversity", "contributor-diversity", "no known person contributed"),
    ORGANISATIONS(
            "organisations-weekly",
            "organisations",
            "no contribution comes from an organisation that the people registry tells"),
    MERGING("merging-weekly", "pull-requests-and-merging", "it is not known of any merge who made it"),
    NEWCOMERS("newcomer-cohorts", "newcomers", "nobody came"),
    FLOW("flow-weekly", "flow", "nothing happened"),
    RESPONSIVENESS("responsiveness-weekly", "responsiveness", "nothing was answered"),
    FEEDBACK_LATENCY("feedback-latency-weekly", "feedback-to-merge-latency", "no merge answered any feedback"),
    BACKLOG("backlog-weekly", "backlog", "nothing happened");

    private final String table;
    private final String section;
    private final String whyBlank;

    FigureTable(String table, String section, String whyBlank) {
        this.table = table;
        this.section = section;
        this.whyBlank = whyBlank;
    }

    /** The name of the table. */
    @Override
    public String toString() {
        return table;
    }

    /** Where its figures are defined. */
    public String definedAt() {
        return "docs/metrics.md#" + section;
    }

    /** Why a figure of a row has no value. */
    String whyBlank() {
        return whyBlank;
    }
}
