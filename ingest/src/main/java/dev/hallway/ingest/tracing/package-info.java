// SPDX-License-Identifier: Apache-2.0
/**
 * The beginning of traces: a delivery, or a page of a poll. What is sent to Kafka carries the context of its span.
 *
 * <p>Nobody else's trace is gone on with: a delivery comes from outside, and whoever sends one could choose what is traced.
 */
@NullMarked
package dev.hallway.ingest.tracing;

import org.jspecify.annotations.NullMarked;
