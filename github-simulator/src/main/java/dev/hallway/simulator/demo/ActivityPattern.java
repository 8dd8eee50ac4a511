// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * When a repository's people are at work: by hour, weekday and season.
 *
 * @param silentFrom start of a stretch in which nobody opens anything
 * @param silentUntil its end, exclusive
 */
record ActivityPattern(Instant silentFrom, Instant silentUntil) {

    private static final Instant LAUNCH = Instant.parse("2019-11-04T00:00:00Z");
    // The attention of a launch: half of it is gone after this many days.
    private static final double HALF_LIFE_DAYS = 50;
    private static final Instant HOLIDAYS = Instant.parse("2019-12-23T00:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2020-01-06T00:00:00Z");
    // The week in which the secrets API is merged: everybody is busy with it, and others wait longer.
    private static final Instant RUSH = Instant.parse("2020-02-17T00:00:00Z");
    private static final Instant RUSH_OVER = Instant.parse("2020-02-24T00:00:00Z");

    /** How likely something is opened at that time, from 0 to 1. */
    double activity(Instant at) {
        if (isIn(at, silentFrom, silentUntil)) {
            return 0;
        }
        OffsetDateTime local = at.atOffset(ZoneOffset.UTC);
        double byHour = local.getHour() < 7 ? 0.1 : local.getHour() < 19 ? 1 : 0.4;
        boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        double bySeason = isIn(at, HOLIDAYS, NEW_YEAR) ? 0.06 : 1;
        double byAge = StrictMath.pow(0.5, Duration.between(LAUNCH, at).toDays() / HALF_LIFE_DAYS);
        return byHour * (weekend ? 0.15 : 1) * bySeason * byAge;
    }

    /** Mean time until somebody answers something opened at that time. */
    Duration usualWait(Instant at) {
        if (isIn(at, HOLIDAYS, NEW_YEAR)) {
            return Duration.ofDays(3);
        }
        return isIn(at, RUSH, RUSH_OVER) ? Duration.ofHours(30) : Duration.ofHours(11);
    }

    private static boolean isIn(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
