// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.processor;

import dev.hallway.streams.community.Community;
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
    private @Nullable ProcessorContext<Void, Void> context;
    private @Nullable Community community;
    private @Nullable NoticeIntake notices;

    /** A processor of one task. */
    public NoticeProcessor(TaskSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        Community shared = TaskMemory.community(context);
        community = shared;
        notices = new NoticeIntake(shared);
    }

    @Override
    public void process(Record<String, Notice> record) {
        ProcessorContext<Void, Void> known = Objects.requireNonNull(context, "Kafka Streams calls init first");
        settings.activity().ofThisThread().receive();
        NoticeIntake intake = Objects.requireNonNull(notices);
        Community shared = Objects.requireNonNull(community);
        Runnable work = () -> {
            intake.record(record.value());
            shared.end();
        };
        settings.traces()
                .of(known.taskId())
                .take(record, known.recordMetadata(), shared.changes()::isToBeDerived, () -> settings.unreadable()
                        .guard(known.taskId(), work));
    }
}
