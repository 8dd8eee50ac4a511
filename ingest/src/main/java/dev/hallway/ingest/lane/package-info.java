// SPDX-License-Identifier: Apache-2.0
/**
 * Reads repositories over several tokens at the same time.
 *
 * <p>GitHub asks for serial requests: a lane has one client and sends one request after the other. Lanes run beside each
 * other and share what is known; their commits follow one another in one transactional producer.
 */
@NullMarked
package dev.hallway.ingest.lane;

import org.jspecify.annotations.NullMarked;
