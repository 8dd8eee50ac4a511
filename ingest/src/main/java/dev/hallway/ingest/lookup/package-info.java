// SPDX-License-Identifier: Apache-2.0
/**
 * Finds a repository on GitHub under the name it has now, and keeps one history of it under that name.
 *
 * <p>Nobody is believed about another name unless the repository is there under it.
 */
@NullMarked
package dev.hallway.ingest.lookup;

import org.jspecify.annotations.NullMarked;
