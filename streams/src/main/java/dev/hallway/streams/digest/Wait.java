// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hallway.streams.read.ItemView;
import java.time.Instant;

/**
 * An item whose author waits.
 *
 * @param since since when, UTC
 * @param item the item
 */
public record Wait(Instant since, @JsonUnwrapped ItemView item) {}
