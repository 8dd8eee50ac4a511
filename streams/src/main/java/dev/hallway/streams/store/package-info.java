// SPDX-License-Identifier: Apache-2.0
/**
 * What is kept: one row a fact, in tables whose key order makes every question a scan of neighbours, and what was last
 * derived and published from them. Every row is of bounded size, whatever anybody writes.
 */
@NullMarked
package dev.hallway.streams.store;

import org.jspecify.annotations.NullMarked;
