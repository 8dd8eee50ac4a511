// SPDX-License-Identifier: Apache-2.0
/**
 * Ingest's records and state in Connect's terms.
 *
 * <p>Records that are state (cursors, and the latest snapshot of a repository) carry it as a source offset. All others
 * carry the offset from before their page: whichever part of a page a worker commits, its offsets never run ahead of
 * the records.
 */
@NullMarked
package dev.hallway.connect.offset;

import org.jspecify.annotations.NullMarked;
