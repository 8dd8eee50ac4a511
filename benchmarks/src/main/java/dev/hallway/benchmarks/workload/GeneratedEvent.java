// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import dev.hallway.contract.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * One snapshot on its way to an input topic.
 *
 * @param <V> type of the snapshot
 * @param topic where it goes
 * @param key key of the record
 * @param value the snapshot
 * @param happenedAt when the fact happened, UTC
 */
public record GeneratedEvent<V extends SpecificRecord>(
        Topic<String, V> topic, String key, V value, Instant happenedAt) {}
