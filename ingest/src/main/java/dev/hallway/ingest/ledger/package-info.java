// SPDX-License-Identifier: Apache-2.0
/**
 * The bookkeeping of one repository: how far it has been read, what is known of its numbers, and what is missing.
 *
 * <p>What was read is committed with the cursor that says so, so that ingest may be killed after any page and loses
 * nothing. Asks GitHub nothing.
 */
@NullMarked
package dev.hallway.ingest.ledger;

import org.jspecify.annotations.NullMarked;
