// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.contract.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row for one of the output topics.
 *
 * @param topic where it goes
 * @param row the row; null takes an earlier one back
 */
public record Published(
        Topic<String, ? extends SpecificRecord> topic,
        @Nullable SpecificRecord row) {}
