// SPDX-License-Identifier: Apache-2.0
/**
 * What other programs may depend on: topics, keys and the format of records.
 *
 * <p>{@link dev.hallway.contract.Topics} is the only place where a topic's name is written. Nothing here interprets a
 * record.
 */
@NullMarked
package dev.hallway.contract;

import org.jspecify.annotations.NullMarked;
