// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import dev.hallway.ingest.publish.FactSink;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.Write;
import java.util.ArrayList;
import java.util.List;

/** A log that lives as long as a test; may answer as a Kafka that is away. */
public final class InMemoryFacts implements FactSink {

    private final List<OutgoingRecord<?>> log = new ArrayList<>();
    private final List<OutgoingRecord<?>> preparedFor = new ArrayList<>();
    private Write answer = new Write.Durable();

    /** From now on, nothing is written and this is the answer. */
    public synchronized void answerWith(Write write) {
        this.answer = write;
    }

    /** What was written, in order. */
    public synchronized List<OutgoingRecord<?>> log() {
        return List.copyOf(log);
    }

    /** The values that were written, in order. */
    public <V> List<V> values(Class<V> type) {
        return log().stream().map(record -> type.cast(record.value())).toList();
    }

    @Override
    public synchronized Write write(OutgoingRecord<?> record) {
        if (answer instanceof Write.Durable) {
            log.add(record);
        }
        return answer;
    }

    /** The records it got ready for, without writing them. */
    public synchronized List<OutgoingRecord<?>> preparedFor() {
        return List.copyOf(preparedFor);
    }

    @Override
    public synchronized boolean prepare(List<OutgoingRecord<?>> alike) {
        if (answer instanceof Write.Durable) {
            preparedFor.addAll(alike);
        }
        return answer instanceof Write.Durable;
    }

    @Override
    public void close() {}
}
