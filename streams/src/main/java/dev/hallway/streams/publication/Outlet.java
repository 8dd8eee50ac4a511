// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.streams.community.Notice;
import dev.hallway.streams.tracing.TaskTraces;
import dev.hallway.streams.week.IsoWeek;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends rows to their topics and notices to other repositories, in the transaction of what they were derived from. */
public final class Outlet {

    private final ProcessorContext<String, Object> context;
    private final TaskTraces traces;

    /** Sends through the operators behind a processor, with the context of the trace in which it sends. */
    public Outlet(ProcessorContext<String, Object> context, TaskTraces traces) {
        this.context = context;
        this.traces = traces;
    }

    TaskTraces traces() {
        return traces;
    }

    /** Sends the row of a week; null takes an earlier one back. */
    <V extends SpecificRecord> void send(Output<V> output, String repository, IsoWeek week, @Nullable V row) {
        send(output, repository + "|" + week, row);
    }

    /** Sends a row; null takes an earlier one back. */
    <V extends SpecificRecord> void send(Output<V> output, String key, @Nullable V row) {
        forward(key, row, output.operator());
    }

    /** Sends a notice. */
    public void send(Notice notice) {
        String key = notice instanceof Notice.LinkChanged changed
                ? changed.target().toString()
                : ((Notice.NameClaimed) notice).claimant();
        forward(key, notice, Output.NOTICES);
    }

    @SuppressWarnings("NullAway") // Kafka's classes are not annotated; a record may have no value.
    private void forward(String key, @Nullable Object value, String operator) {
        context.forward(
                new Record<String, Object>(key, value, context.currentSystemTimeMs(), traces.headers()), operator);
    }
}
