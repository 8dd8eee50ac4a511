// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.name;

import dev.hallway.streams.fact.ConversationInput.NameClaimed;
import dev.hallway.streams.fact.RepositoryInput.RepositoryDescribed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Tells which names a repository claims and gives up; nothing if its description leaves them as they were. */
public final class NameProcessor implements Processor<String, RepositoryDescribed, String, NameClaimed> {

    private @Nullable ProcessorContext<String, NameClaimed> context;
    private @Nullable KeyValueStore<String, Names> told;

    @Override
    public void init(ProcessorContext<String, NameClaimed> context) {
        this.context = context;
        told = NameStores.TOLD.in(context);
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka Streams calls init first.
    public void process(Record<String, RepositoryDescribed> record) {
        String repository = record.key();
        Names known = told.get(repository);
        Names was = known == null ? Names.NONE : known;
        Names is = Names.of(record.value().repository());
        if (is.observedAt().isBefore(was.observedAt())) {
            return;
        }
        told.put(repository, is);
        for (String name : was.claimed()) {
            if (!is.claimed().contains(name)) {
                forward(new NameClaimed(name, repository, was.id(), false), record.timestamp());
            }
        }
        for (String name : is.claimed()) {
            if (was.id() != is.id() || !was.claimed().contains(name)) {
                forward(new NameClaimed(name, repository, is.id(), true), record.timestamp());
            }
        }
    }

    @SuppressWarnings("NullAway") // As above.
    private void forward(NameClaimed claim, long time) {
        context.forward(new Record<>(claim.repository(), claim, time));
    }
}
