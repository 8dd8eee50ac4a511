// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import dev.hallway.ingest.github.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves only by waiting, and waits that take no time. */
final class PassingTime extends Clock implements Pause {

    private Instant now;

    PassingTime(Instant start) {
        this.now = start;
    }

    synchronized void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public void pause(Duration duration) {
        forward(duration);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
