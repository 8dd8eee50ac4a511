// SPDX-License-Identifier: Apache-2.0
/**
 * The cluster that is measured against, in a separate process, so that the memory and time of each side can be measured
 * separately.
 */
@NullMarked
package dev.hallway.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
