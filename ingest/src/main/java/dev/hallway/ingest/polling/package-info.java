// SPDX-License-Identifier: Apache-2.0
/**
 * How often each repository is polled: at every poll interval, and less often while its webhooks bring everything.
 *
 * <p>The polling loop stays the source of truth: the first poll that finds something no webhook brought restores the
 * configured interval.
 */
@NullMarked
package dev.hallway.ingest.polling;

import org.jspecify.annotations.NullMarked;
