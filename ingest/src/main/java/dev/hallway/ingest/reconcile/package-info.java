// SPDX-License-Identifier: Apache-2.0
/**
 * Holds what GitHub lists against what was published: a sweep recent items, a reconcile all items and comments.
 *
 * <p>Publishes what differs. What a list lacks is only suspected to be gone until it was requested by itself.
 */
@NullMarked
package dev.hallway.ingest.reconcile;

import org.jspecify.annotations.NullMarked;
