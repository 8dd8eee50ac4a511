// SPDX-License-Identifier: Apache-2.0
/**
 * Pure functions from GitHub's JSON to the Avro contracts.
 *
 * <p>They read only what is in the given JSON and never ask GitHub for more; texts pass through as they are.
 */
@NullMarked
package dev.hallway.ingest.translate;

import org.jspecify.annotations.NullMarked;
