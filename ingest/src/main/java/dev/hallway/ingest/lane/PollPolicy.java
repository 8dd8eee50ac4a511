// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lane;

import dev.hallway.ingest.github.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * How repositories are polled. Asked by every lane, on its own thread.
 *
 * @param interval from the end of a cycle of a lane to its next
 * @param pause how that is waited
 * @param clock tells when repositories that are complete want to be polled during a long pull
 * @param isDue whether a repository is to be polled now
 * @param cycleEnded told after every cycle that was not broken off
 * @param stop whether to stop
 */
public record PollPolicy(
        Duration interval,
        Pause pause,
        Clock clock,
        Predicate<String> isDue,
        Runnable cycleEnded,
        BooleanSupplier stop) {}
