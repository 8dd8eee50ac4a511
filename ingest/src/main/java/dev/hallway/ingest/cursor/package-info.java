// SPDX-License-Identifier: Apache-2.0
/** How far each list has been read, and what follows from that for the next request. */
@NullMarked
package dev.hallway.ingest.cursor;

import org.jspecify.annotations.NullMarked;
