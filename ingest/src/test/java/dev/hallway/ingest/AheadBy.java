// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that is ahead of another, or behind it if the duration is negative. */
final class AheadBy extends Clock {

    private final Clock other;
    private final Duration difference;

    AheadBy(Clock other, Duration difference) {
        this.other = other;
        this.difference = difference;
    }

    @Override
    public Instant instant() {
        return other.instant().plus(difference);
    }

    @Override
    public ZoneId getZone() {
        return other.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new AheadBy(other.withZone(zone), difference);
    }
}
