// SPDX-License-Identifier: Apache-2.0
/**
 * What GitHub delivers by webhook: checked, translated, and durable in Kafka before GitHub gets an answer.
 *
 * <p>A delivery means the same whenever and however often it comes: its times are GitHub's, never ours
 * (docs/adr/0009-order-webhooks-by-github-own-times.md). The polling loop stays the source of truth.
 */
@NullMarked
package dev.hallway.ingest.webhook;

import org.jspecify.annotations.NullMarked;
