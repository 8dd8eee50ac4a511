// SPDX-License-Identifier: Apache-2.0
/**
 * Recognises accounts that were forgotten, by hashes alone, and takes them out of what GitHub tells. Pure: whoever is
 * forgotten once looks everywhere as if GitHub had deleted the account.
 */
@NullMarked
package dev.hallway.service.forgotten;

import org.jspecify.annotations.NullMarked;
