// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lane;

import dev.hallway.ingest.github.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * How repositories are polled. Used by every lane, on its own thread.
 *
 * @param interval from the end of a cycle of a lane to its next
 * @param pause how to wait for that
 * @param clock decides when repositories that are complete are polled during a long pull
 * @param isDue whether a repository is to be polled now
 * @param cycleEnded called after every cycle that was not interrupted
 * @param stop whether to stop
 */
public record PollPolicy(
        Duration interval,
        Pause pause,
        Clock clock,
        Predicate<String> isDue,
        Runnable cycleEnded,
        BooleanSupplier stop) {}
