// SPDX-License-Identifier: Apache-2.0
/**
 * Asks about single numbers: those that nothing is known of, and items that GitHub no longer lists.
 *
 * <p>What GitHub answers is kept, so that no number is asked about twice without a reason.
 */
@NullMarked
package dev.hallway.ingest.probe;

import org.jspecify.annotations.NullMarked;
