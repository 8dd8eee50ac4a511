// SPDX-License-Identifier: Apache-2.0
/** Measures how soon a delivery of GitHub's shows: from the start of its request to the changed row on a metric topic. */
@NullMarked
package dev.hallway.benchmarks.webhook;

import org.jspecify.annotations.NullMarked;
