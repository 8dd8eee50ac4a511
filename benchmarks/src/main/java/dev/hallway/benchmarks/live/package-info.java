// SPDX-License-Identifier: Apache-2.0
/** Measures how soon many open pages are told that a figure has changed, and what the open pages take. */
@NullMarked
package dev.hallway.benchmarks.live;

import org.jspecify.annotations.NullMarked;
