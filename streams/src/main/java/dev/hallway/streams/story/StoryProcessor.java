// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.story;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.RepositoryInput;
import dev.hallway.streams.fact.StoryInput;
import dev.hallway.streams.pace.Pace;
import dev.hallway.streams.pace.Traffic;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of every item that may have a story, and tells the story again when it changes. */
public final class StoryProcessor implements Processor<String, StoryInput, String, RepositoryInput.StoryChanged> {

    private final Traffic traffic;
    private @Nullable ProcessorContext<String, RepositoryInput.StoryChanged> context;
    private @Nullable KeyValueStore<String, Subject> subjects;
    private @Nullable Links links;
    private @Nullable Pace pace;

    /** A processor that shares the count of records with the others of its instance. */
    public StoryProcessor(Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public void init(ProcessorContext<String, RepositoryInput.StoryChanged> context) {
        pace = Pace.of(context, traffic);
        this.context = context;
        subjects = StoryStores.SUBJECTS.in(context);
        links = new Links(StoryStores.LINKS.in(context));
    }

    @Override
    public void close() {
        if (pace != null) {
            pace.close();
        }
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka Streams calls init first.
    public void process(Record<String, StoryInput> record) {
        pace.take();
        String key = record.key();
        Subject known = subjects.get(key);
        Subject before = known == null ? Subject.UNKNOWN : known;
        Subject after = apply(key, before, record.value());
        ItemFacts issue = after.item();
        boolean tell = issue != null && issue.isFeedback();
        subjects.put(key, after.withTold(tell));
        if (tell) {
            forward(key, changed(after, issue), record.timestamp());
        } else if (before.told()) {
            long number = ItemKey.parse(key).number();
            forward(key, new RepositoryInput.StoryChanged(number, null, null), record.timestamp());
        }
    }

    @SuppressWarnings("NullAway") // As above.
    private Subject apply(String key, Subject subject, StoryInput input) {
        if (input instanceof StoryInput.ItemChanged changed) {
            return subject.withItem(changed.item());
        }
        if (input instanceof StoryInput.ConversationChanged changed) {
            return subject.withConversation(changed.replies(), changed.people());
        }
        StoryInput.LinkChanged changed = (StoryInput.LinkChanged) input;
        long count = subject.links();
        if (changed.before() != null && links.remove(key, changed.before())) {
            count--;
        }
        if (changed.after() != null && links.add(key, changed.after())) {
            count++;
        }
        return subject.withLinks(count);
    }

    private RepositoryInput.StoryChanged changed(Subject subject, ItemFacts issue) {
        Linked linked = linked(subject, issue);
        return new RepositoryInput.StoryChanged(
                issue.number(),
                StoryTeller.tell(subject, issue, linked),
                StoryTeller.answer(issue, linked.firstMerge()).orElse(null));
    }

    @SuppressWarnings("NullAway") // As above.
    private Linked linked(Subject subject, ItemFacts issue) {
        // Most issues have none, and looking for the first of nothing is not cheap.
        return subject.links() == 0
                ? Linked.NONE
                : new Linked(
                        links.first(issue, StoryTeller.MOST_PULL_REQUESTS),
                        links.firstMergeAfterOpening(issue),
                        links.lastMerge(issue),
                        links.anyClosingIsOpen(issue));
    }

    @SuppressWarnings("NullAway") // As above.
    private void forward(String key, RepositoryInput.StoryChanged changed, long time) {
        context.forward(new Record<>(key, changed, time));
    }
}
