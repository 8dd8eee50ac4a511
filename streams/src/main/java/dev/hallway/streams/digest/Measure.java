// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

/** What the digest compares between two weeks. */
public enum Measure {
    FEEDBACK_TO_MERGE("Feedback-to-merge latency (median)", Unit.SECONDS, Good.LOWER),
    FEEDBACK_MERGED("Feedback answered by a merge", Unit.COUNT, Good.HIGHER),
    ISSUE_FIRST_RESPONSE("First response to issues (median)", Unit.SECONDS, Good.LOWER),
    PULL_REQUEST_FIRST_RESPONSE("First response to pull requests (median)", Unit.SECONDS, Good.LOWER),
    ISSUES_UNANSWERED("Issues opened in the week, still without a response", Unit.COUNT, Good.LOWER),
    PULL_REQUESTS_UNANSWERED("Pull requests opened in the week, still without a response", Unit.COUNT, Good.LOWER),
    ISSUES_OPENED("Issues opened", Unit.COUNT, Good.NEITHER),
    ISSUES_CLOSED("Issues closed", Unit.COUNT, Good.HIGHER),
    OPEN_ISSUES("Open issues at the end of the week", Unit.COUNT, Good.LOWER),
    PULL_REQUESTS_OPENED("Pull requests opened", Unit.COUNT, Good.NEITHER),
    PULL_REQUESTS_MERGED("Pull requests merged", Unit.COUNT, Good.HIGHER),
    PULL_REQUESTS_CLOSED_UNMERGED("Pull requests closed without a merge", Unit.COUNT, Good.NEITHER),
    OPEN_PULL_REQUESTS("Open pull requests at the end of the week", Unit.COUNT, Good.LOWER),
    CONTRIBUTORS("Contributors", Unit.COUNT, Good.HIGHER),
    COMMUNITY_CONTRIBUTORS("Contributors who are not maintainers", Unit.COUNT, Good.HIGHER),
    NEWCOMERS("Newcomers", Unit.COUNT, Good.HIGHER),
    EFFECTIVE_CONTRIBUTORS("Effective contributors", Unit.DECIMAL, Good.HIGHER),
    ABSENCE_FACTOR("Contributor absence factor", Unit.COUNT, Good.HIGHER),
    TOP_SHARE("Share of the most active contributor", Unit.SHARE, Good.LOWER);

    private final String label;
    private final Unit unit;
    private final Good good;

    Measure(String label, Unit unit, Good good) {
        this.label = label;
        this.unit = unit;
        this.good = good;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** What its values are counted in. */
    public Unit unit() {
        return unit;
    }

    /** Which way is good. */
    public Good good() {
        return good;
    }

    /** What values are counted in. */
    public enum Unit {
        COUNT,
        /** A real number shown with two decimals. */
        DECIMAL,
        SECONDS,
        /** A fraction of one, shown in per cent. */
        SHARE
    }

    /** Which way is good. */
    public enum Good {
        HIGHER,
        LOWER,
        /** More is neither better nor worse. */
        NEITHER
    }
}
