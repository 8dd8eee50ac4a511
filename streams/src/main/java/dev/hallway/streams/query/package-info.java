// SPDX-License-Identifier: Apache-2.0
/** Reads figures from the tables of a partition, for queries and for digests alike. */
@NullMarked
package dev.hallway.streams.query;

import org.jspecify.annotations.NullMarked;
