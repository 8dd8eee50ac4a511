// SPDX-License-Identifier: Apache-2.0
/**
 * Ingest as a Kafka Connect source connector: what Connect sees of it.
 *
 * <p>A task reads over one token, or for one owner of a GitHub App, or for several if there are fewer tasks. A page of
 * GitHub is what one poll returns, and with it one transaction of a worker that supports exactly-once sources; the
 * position in every list is kept in Connect's source offsets. The records are byte for byte those of the ingest that
 * runs alone.
 */
@NullMarked
package dev.hallway.connect;

import org.jspecify.annotations.NullMarked;
