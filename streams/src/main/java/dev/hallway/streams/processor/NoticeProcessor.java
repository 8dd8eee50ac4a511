// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.processor;

import dev.hallway.streams.community.Notice;
import dev.hallway.streams.community.TaskMemory;
import dev.hallway.streams.intake.NoticeIntake;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Takes in what other repositories have to say; what follows from it is derived with all else. */
public final class NoticeProcessor implements Processor<String, Notice, Void, Void> {

    private final TaskSettings settings;
    private @Nullable TaskWork work;
    private @Nullable NoticeIntake notices;

    /** A processor of one task. */
    public NoticeProcessor(TaskSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        work = new TaskWork(settings, context);
        notices = new NoticeIntake(TaskMemory.community(context));
    }

    @Override
    public void process(Record<String, Notice> record) {
        TaskWork known = Objects.requireNonNull(work, "Kafka Streams calls init first");
        NoticeIntake intake = Objects.requireNonNull(notices);
        known.take(record, () -> intake.record(record.value()));
    }
}
