// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.tracing;

import dev.hallway.service.tracing.Tracing;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;

/** The traces of all tasks of an instance. Safe for several threads. */
public final class Traces {

    private final Tracing tracing;
    private final Map<TaskId, TaskTraces> tasks = new ConcurrentHashMap<>();

    /** Traces whose spans the given tracing makes. */
    public Traces(Tracing tracing) {
        this.tracing = tracing;
    }

    /** Those of a task, whichever of its processors asks first. */
    public TaskTraces of(TaskId task) {
        return tasks.computeIfAbsent(task, unknown -> new TaskTraces(tracing));
    }

    /** The task ends. */
    public void forget(TaskId task) {
        tasks.remove(task);
    }
}
