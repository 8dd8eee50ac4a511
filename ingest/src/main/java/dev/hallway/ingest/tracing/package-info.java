// SPDX-License-Identifier: Apache-2.0
/**
 * The beginning of traces: a delivery, or a page of a poll. The facts that are sent to Kafka carry the context of their
 * span; cursors carry none, and a page without facts has no span.
 *
 * <p>Nobody else's trace is gone on with: a delivery comes from outside, and whoever sends one could choose what is traced.
 */
@NullMarked
package dev.hallway.ingest.tracing;

import org.jspecify.annotations.NullMarked;
