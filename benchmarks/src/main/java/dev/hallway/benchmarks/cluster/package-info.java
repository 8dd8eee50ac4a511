// SPDX-License-Identifier: Apache-2.0
/** The embedded broker and registry in a process of their own, so that each side's memory and time can be told apart. */
@NullMarked
package dev.hallway.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
