// SPDX-License-Identifier: Apache-2.0
/** Measures ingest alone: a large repository of a simulated GitHub, pulled for the first time into a real Kafka. */
@NullMarked
package dev.hallway.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
