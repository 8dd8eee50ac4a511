// SPDX-License-Identifier: Apache-2.0
/**
 * The edge to Kafka: one page of GitHub is one transaction together with its cursors.
 *
 * <p>{@link dev.hallway.ingest.publish.PageSink} is the seam; no request to GitHub and no waiting happens behind it.
 */
@NullMarked
package dev.hallway.ingest.publish;

import org.jspecify.annotations.NullMarked;
