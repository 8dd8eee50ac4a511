// SPDX-License-Identifier: Apache-2.0
/** What is measured against, in processes of its own, so that each side's memory and time can be told apart. */
@NullMarked
package dev.hallway.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
