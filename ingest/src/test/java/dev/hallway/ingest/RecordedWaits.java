// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.ingest.github.Pause;
import dev.hallway.ingest.github.Timeouts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A clock that moves only by waiting, and waits that take no time. */
public final class RecordedWaits extends Clock implements Pause {

    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private volatile Instant now = Instant.parse("2024-09-01T12:00:00Z");

    public IngestEnvironment environment() {
        return environment(Timeouts.USUAL);
    }

    IngestEnvironment environment(Timeouts timeouts) {
        return new IngestEnvironment(this, this, new Random(1), timeouts);
    }

    public List<Duration> waits() {
        return List.copyOf(waits);
    }

    public synchronized void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public void pause(Duration duration) {
        waits.add(duration);
        forward(duration);
    }

    @Override
    public Instant instant() {
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
