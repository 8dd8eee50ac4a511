// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.time.Duration;

/** Lets time pass; tests let it pass at once. */
@FunctionalInterface
public interface Pause {

    /** Waits that long. */
    void pause(Duration duration) throws InterruptedException;
}
