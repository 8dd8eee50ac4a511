// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.store.WeekEvent;

/** Counts how soon the items of one kind that people opened in a week were answered. */
final class ResponseTally {

    private final Percentiles seconds = new Percentiles();
    private long opened;
    private long within48Hours;

    /** Counts an item; {@link WeekEvent#NONE} if nobody has answered. */
    void add(long secondsToFirstResponse) {
        opened++;
        if (secondsToFirstResponse != WeekEvent.NONE) {
            seconds.add(secondsToFirstResponse);
            within48Hours += secondsToFirstResponse <= Definitions.IN_TIME_SECONDS ? 1 : 0;
        }
    }

    long opened() {
        return opened;
    }

    ResponsivenessCohort cohort() {
        return ResponsivenessCohort.newBuilder()
                .setOpened(opened)
                .setAnswered(seconds.count())
                .setUnanswered(opened - seconds.count())
                .setP50Seconds(seconds.percentile(50))
                .setP90Seconds(seconds.percentile(90))
                .setAnsweredWithin48Hours(within48Hours)
                .build();
    }
}
