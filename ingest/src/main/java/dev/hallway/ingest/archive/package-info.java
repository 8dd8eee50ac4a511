// SPDX-License-Identifier: Apache-2.0
/**
 * History from the hour files of GH Archive, for what they still hold.
 *
 * <p>Events become the same snapshots as GitHub's lists, marked with their source. They are observed at the time of the
 * event, so that whatever GitHub itself showed later outranks them. Nothing is inferred from what a file does not say.
 */
@NullMarked
package dev.hallway.ingest.archive;

import org.jspecify.annotations.NullMarked;
