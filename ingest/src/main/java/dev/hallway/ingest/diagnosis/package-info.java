// SPDX-License-Identifier: Apache-2.0
/**
 * Checks whether GitHub answers, for each of the configured identities.
 *
 * <p>It asks once and without waiting: whoever wants a diagnosis should not have to wait for a quota.
 */
@NullMarked
package dev.hallway.ingest.diagnosis;

import org.jspecify.annotations.NullMarked;
