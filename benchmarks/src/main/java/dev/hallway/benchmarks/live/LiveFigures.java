// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.live;

import dev.hallway.benchmarks.Machine;
import dev.hallway.benchmarks.measure.Lateness;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param machine on what
 * @param fromEvent from the moment an event is given to Kafka until a page is told of the row it changes, for every page
 * @param fromRow from the moment a reader of committed records has the row until a page is told of it, for every page;
 *     below zero where the page was first
 * @param threadsBefore threads of the process of streams before a page was open; null where the system does not say
 * @param threads the same with all pages open
 * @param residentMebibytes peak memory of that process; null where the system does not say
 * @param brokerResidentMebibytes the same of the broker's process
 */
record LiveFigures(
        Machine machine,
        Lateness fromEvent,
        Lateness fromRow,
        @Nullable Long threadsBefore,
        @Nullable Long threads,
        @Nullable Long residentMebibytes,
        @Nullable Long brokerResidentMebibytes) {}
