// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A period in which everything happens.
 *
 * @param start its beginning, a Monday, UTC
 * @param length whole weeks
 */
record Span(Instant start, Duration length) {

    /** That of many repositories. */
    static final Span THREE_YEARS = new Span(Instant.parse("2021-01-04T00:00:00Z"), Duration.ofDays(3 * 364));

    /** That of one that is old; ends with the others. */
    static final Span TEN_YEARS =
            new Span(THREE_YEARS.end().minus(Duration.ofDays(10 * 364)), Duration.ofDays(10 * 364));

    Instant end() {
        return start.plus(length);
    }

    /** When the n-th of the given number of evenly spread events happens, in whole seconds as on GitHub. */
    Instant at(int step, int steps) {
        return start.plusMillis(length.toMillis() * step / steps).truncatedTo(ChronoUnit.SECONDS);
    }
}
