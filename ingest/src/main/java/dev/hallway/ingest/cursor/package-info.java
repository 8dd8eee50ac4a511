// SPDX-License-Identifier: Apache-2.0
/** How far each list has been read, and where the next request continues. */
@NullMarked
package dev.hallway.ingest.cursor;

import org.jspecify.annotations.NullMarked;
