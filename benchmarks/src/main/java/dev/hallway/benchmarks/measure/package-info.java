// SPDX-License-Identifier: Apache-2.0
/** The measurements: each runs one part on the cluster and returns its results. */
@NullMarked
package dev.hallway.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
