// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record on its way to a topic.
 *
 * @param <V> type of the value
 * @param topic where it goes
 * @param key record key
 * @param value record value
 * @param timestamp when the fact happened, UTC
 */
public record OutgoingRecord<V extends SpecificRecord>(
        Topic<String, V> topic, String key, V value, Instant timestamp) {}
