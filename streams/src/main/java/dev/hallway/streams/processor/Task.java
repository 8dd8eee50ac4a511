// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.processor;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.community.TaskMemory;
import dev.hallway.streams.intake.CommentIntake;
import dev.hallway.streams.intake.ItemIntake;
import dev.hallway.streams.intake.RepositoryIntake;
import dev.hallway.streams.operations.TaskBacklog;
import dev.hallway.streams.publication.CommitPolicy;
import dev.hallway.streams.publication.Outlet;
import dev.hallway.streams.publication.PublicationPace;
import dev.hallway.streams.publication.Publisher;
import dev.hallway.streams.publication.ThreadActivity;
import dev.hallway.streams.query.StoreReader;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** One task at work: what writes facts down, what publishes, and when it commits. */
final class Task {

    private final TaskId id;
    private final TaskSettings settings;
    private final TaskMemory memory;
    private final Community community;
    private final TaskWork work;
    private final ItemIntake items;
    private final CommentIntake comments;
    private final RepositoryIntake repositories;
    private final ThreadActivity thread;
    private final CommitPolicy commits;
    private final Publisher publisher;
    private final PublicationPace publication;
    private final TaskBacklog backlog;
    private final ThreadCommits committed;

    Task(TaskSettings settings, ProcessorContext<String, Object> context) {
        this.settings = settings;
        id = context.taskId();
        memory = TaskMemory.of(context);
        community = TaskMemory.community(context);
        work = new TaskWork(settings, context);
        Outlet outlet = new Outlet(context, settings.traces().of(id));
        items = new ItemIntake(community);
        comments = new CommentIntake(community);
        repositories = new RepositoryIntake(community, outlet::send);
        thread = settings.activity().ofThisThread();
        commits = new CommitPolicy(context, settings.activity());
        publisher = new Publisher(
                community,
                settings.people(),
                new StoreReader(TaskMemory.reader(context), settings.people()),
                settings.printer(),
                outlet);
        publication = new PublicationPace(publisher, thread);
        backlog = settings.meters().open();
        committed = ThreadCommits.ofThisThread(context);
        context.schedule(CommitPolicy.LOOK, PunctuationType.WALL_CLOCK_TIME, now -> work.guarded(() -> look(now)));
    }

    ItemIntake items() {
        return items;
    }

    CommentIntake comments() {
        return comments;
    }

    RepositoryIntake repositories() {
        return repositories;
    }

    /** Takes a fact in. */
    void take(Record<String, ?> fact, Runnable intake) {
        work.take(fact, intake);
    }

    /** Facts about a repository may arrive before its description. */
    void introduce(ItemKey item, String name) {
        repositories.introduce(item.repository(), name);
    }

    void close() {
        settings.unreadable().forget(id.partition());
        commits.close();
        backlog.close();
        settings.traces().forget(id);
    }

    private void look(long now) {
        boolean streaming = thread.isStreaming(now);
        long began = System.nanoTime();
        boolean published = publication.look(now, streaming);
        if (published) {
            settings.meters().published(Duration.ofNanos(System.nanoTime() - began));
        }
        commits.looked(now, streaming, published, publisher.outstanding());
        backlog.looked(now, committed.count(), memory.takeReceived() || published, community.changes()::size);
    }
}
