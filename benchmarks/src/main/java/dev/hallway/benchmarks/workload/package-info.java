// SPDX-License-Identifier: Apache-2.0
/**
 * Made-up communities with the shape of real ones, as the snapshots that ingest would write.
 *
 * <p>The same volume and seed give the same records. Nothing is kept of what was handed out but a bounded number of
 * items for each repository, so any number of events can be made.
 */
@NullMarked
package dev.hallway.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
