// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.Topic;
import io.opentelemetry.api.trace.SpanContext;
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
 * @param trace the span in which it is sent, whose context its headers carry; invalid if none does
 */
public record OutgoingRecord<V extends SpecificRecord>(
        Topic<String, V> topic, String key, V value, Instant timestamp, SpanContext trace) {

    /** A record that is sent in no span. */
    public OutgoingRecord(Topic<String, V> topic, String key, V value, Instant timestamp) {
        this(topic, key, value, timestamp, SpanContext.getInvalid());
    }

    /** The same record, sent in a span. */
    public OutgoingRecord<V> within(SpanContext other) {
        return new OutgoingRecord<>(topic, key, value, timestamp, other);
    }
}
