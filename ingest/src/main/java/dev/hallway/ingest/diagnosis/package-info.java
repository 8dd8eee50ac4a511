// SPDX-License-Identifier: Apache-2.0
/**
 * Looks whether GitHub can be asked, as everybody who would ask.
 *
 * <p>It asks at once and once: whoever waits for a diagnosis does not wait for a quota.
 */
@NullMarked
package dev.hallway.ingest.diagnosis;

import org.jspecify.annotations.NullMarked;
