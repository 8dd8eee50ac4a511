// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.processor;

import dev.hallway.streams.community.Community;
import dev.hallway.streams.community.TaskMemory;
import dev.hallway.streams.publication.ThreadActivity;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** How each processor of a task does a piece of work: nothing is left unwritten, and damaged stores are rebuilt. */
final class TaskWork {

    private final TaskSettings settings;
    private final ProcessorContext<?, ?> context;
    private final TaskMemory memory;
    private final Community community;
    private final ThreadActivity thread;

    TaskWork(TaskSettings settings, ProcessorContext<?, ?> context) {
        this.settings = settings;
        this.context = context;
        memory = TaskMemory.of(context);
        community = TaskMemory.community(context);
        thread = settings.activity().ofThisThread();
    }

    /** Takes a record in, in a span if it carries a trace; after it the task may commit. */
    void take(Record<String, ?> record, Runnable intake) {
        thread.receive();
        memory.receive();
        settings.traces()
                .of(context.taskId())
                .take(record, context.recordMetadata(), community.changes()::isToBeDerived, () -> guarded(intake));
    }

    /** Does a piece of work after which the task may commit. */
    void guarded(Runnable work) {
        settings.unreadable().guard(context.taskId(), () -> {
            work.run();
            community.end();
        });
    }
}
