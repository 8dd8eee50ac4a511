// SPDX-License-Identifier: Apache-2.0
/**
 * GitHub to Kafka: what the rest of Hallway sees of ingest.
 *
 * <p>{@link dev.hallway.ingest.Ingester} reads repositories until nothing is left to read. Ingest records facts and
 * interprets nothing: no bot is left out, no link is parsed, nothing is counted.
 */
@NullMarked
package dev.hallway.ingest;

import org.jspecify.annotations.NullMarked;
