// SPDX-License-Identifier: Apache-2.0
/** The benchmark's command and its report. */
@NullMarked
package dev.hallway.benchmarks;

import org.jspecify.annotations.NullMarked;
