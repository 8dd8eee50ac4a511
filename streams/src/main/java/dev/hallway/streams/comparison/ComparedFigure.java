// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import java.util.Locale;

/** The figures of a week that are compared, in the order in which they are shown. */
public enum ComparedFigure {
    CONTRIBUTIONS,
    CONTRIBUTORS,
    NEWCOMERS,
    COMMUNITY_CONTRIBUTORS,
    ISSUES_OPENED,
    ISSUES_CLOSED,
    PULL_REQUESTS_OPENED,
    PULL_REQUESTS_MERGED,
    PULL_REQUESTS_CLOSED_UNMERGED,
    FEEDBACK_ANSWERED,
    EFFECTIVE_CONTRIBUTORS,
    ABSENCE_FACTOR,
    TOP_SHARE,
    EFFECTIVE_ORGANISATIONS,
    OUTSIDE_HOME_SHARE,
    FEEDBACK_TO_MERGE_LATENCY,
    ISSUES_ANSWERED_WITHIN_48_HOURS,
    PULL_REQUESTS_ANSWERED_WITHIN_48_HOURS;

    /** Its name in tables. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
