// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.NewcomersWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.ResponsivenessWeek;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a week as they were last derived, and as they stand on the metric topics; its flow stands apart. A figure
 * is null if there is no such row.
 */
public record WeekRow(
        @Nullable FeedbackLatencyWeek feedbackLatency,
        @Nullable ContributorDiversityWeek contributorDiversity,
        @Nullable ResponsivenessWeek responsiveness,
        @Nullable OrganisationsWeek organisations,
        @Nullable MergingWeek merging,
        @Nullable NewcomersWeek newcomers) {

    /** Of a week in which nothing is known to have happened. */
    public static final WeekRow EMPTY = new WeekRow(null, null, null, null, null, null);

    /** The same with other newcomers. */
    public WeekRow with(NewcomersWeek cohort) {
        return new WeekRow(feedbackLatency, contributorDiversity, responsiveness, organisations, merging, cohort);
    }

    /** True if no row of the week stands anywhere. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
