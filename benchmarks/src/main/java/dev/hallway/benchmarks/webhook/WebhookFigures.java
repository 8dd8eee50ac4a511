// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.webhook;

import dev.hallway.benchmarks.Machine;

/**
 * The result of one run.
 *
 * @param machine what it ran on
 * @param first the very first delivery of the process
 * @param sequential deliveries one after the other
 * @param burst deliveries all at once
 */
record WebhookFigures(Machine machine, Timing first, Timing sequential, Timing burst) {}
