// SPDX-License-Identifier: Apache-2.0
/**
 * Made-up communities with the shape of real ones, as the snapshots that ingest would write.
 *
 * <p>The same volume and seed give the same records. Of the generated events only a bounded number of items for each
 * repository is kept, so any number of events can be made.
 */
@NullMarked
package dev.hallway.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
