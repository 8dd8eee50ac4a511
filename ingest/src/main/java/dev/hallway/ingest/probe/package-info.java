// SPDX-License-Identifier: Apache-2.0
/**
 * Asks what numbers are: those that nothing is known of, items that GitHub no longer lists, and absent ones that may be
 * discussions.
 *
 * <p>What GitHub answers is kept, so that no number is asked about twice without a reason.
 */
@NullMarked
package dev.hallway.ingest.probe;

import org.jspecify.annotations.NullMarked;
