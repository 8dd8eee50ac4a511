// SPDX-License-Identifier: Apache-2.0
/**
 * Whether the metrics contain everything that ingest has written, measured at the broker.
 *
 * <p>No answer relies on a pause: a state counts only when every offset has been read twice and none has moved.
 */
@NullMarked
package dev.hallway.standalone.caughtup;

import org.jspecify.annotations.NullMarked;
