// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of GitHub's lists, read into what walks need to know of each entity, and what it is called in a gap.
 *
 * <p>Asks nobody and keeps nothing.
 */
@NullMarked
package dev.hallway.ingest.page;

import org.jspecify.annotations.NullMarked;
