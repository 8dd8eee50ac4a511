// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.webhook;

import dev.hallway.benchmarks.measure.Lateness;

/**
 * How long some deliveries took, each from the start of its request.
 *
 * @param answered until the 2xx, which says that the record is durable
 * @param shown until a reader of committed records saw the row of its week change
 */
record Timing(Lateness answered, Lateness shown) {}
