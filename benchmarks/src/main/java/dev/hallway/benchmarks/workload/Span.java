// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The period in which all of it happens: three years. */
final class Span {

    static final Instant START = Instant.parse("2021-01-04T00:00:00Z");
    static final Duration LENGTH = Duration.ofDays(3 * 364);
    static final Instant END = START.plus(LENGTH);

    private Span() {}

    /** When the n-th of the given number of evenly spread events happens, in whole seconds as on GitHub. */
    static Instant at(int step, int steps) {
        return START.plusMillis(LENGTH.toMillis() * step / steps).truncatedTo(ChronoUnit.SECONDS);
    }
}
