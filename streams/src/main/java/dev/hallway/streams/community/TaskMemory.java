// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.state.TableReader;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What the processors of a task remember together: it lives as long as the task and is never the truth.
 *
 * <p>A store of Kafka Streams, because those are what processors of a task share. Nothing in it is kept.
 */
public final class TaskMemory implements StateStore {

    /** Its name among the stores of a task. */
    public static final String NAME = "task-memory";

    private static final int REMEMBERED = 10_000;

    private final Function<Actor, Membership> registry;
    private final int remembered;
    private @Nullable Community community;
    private boolean received;
    private boolean open;

    private TaskMemory(Function<Actor, Membership> registry, int remembered) {
        this.registry = registry;
        this.remembered = remembered;
    }

    /**
     * Makes one a task.
     *
     * @param registry what the people registry makes of an account now
     */
    public static StoreBuilder<TaskMemory> builder(Function<Actor, Membership> registry) {
        return builder(registry, REMEMBERED);
    }

    /** Makes one a task, in which so many accounts are remembered at most. */
    public static StoreBuilder<TaskMemory> builder(Function<Actor, Membership> registry, int remembered) {
        return new Builder(registry, remembered);
    }

    /** The one of the task. */
    public static TaskMemory of(ProcessorContext<?, ?> context) {
        return context.getStateStore(NAME);
    }

    /** The community of the task, whoever asks first. */
    public static Community community(ProcessorContext<?, ?> context) {
        TaskMemory memory = of(context);
        Community known = memory.community;
        if (known == null) {
            known = CommunityStores.of(context, memory.registry, memory.remembered);
            memory.community = known;
        }
        return known;
    }

    /** Reads what is kept of the community, for another thread. */
    public static TableReader reader(ProcessorContext<?, ?> context) {
        return CommunityStores.reader(context);
    }

    /** Notes that a processor of the task has received a record. */
    public void receive() {
        received = true;
    }

    /** Whether any of them has since this was last asked. */
    public boolean takeReceived() {
        boolean any = received;
        received = false;
        return any;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void close() {
        community = null;
        received = false;
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private static final class Builder implements StoreBuilder<TaskMemory> {

        private final Function<Actor, Membership> registry;
        private final int remembered;

        private Builder(Function<Actor, Membership> registry, int remembered) {
            this.registry = registry;
            this.remembered = remembered;
        }

        @Override
        public StoreBuilder<TaskMemory> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<TaskMemory> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<TaskMemory> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("What a task remembers is not kept, so it has no changelog.");
        }

        @Override
        public StoreBuilder<TaskMemory> withLoggingDisabled() {
            return this;
        }

        @Override
        public TaskMemory build() {
            return new TaskMemory(registry, remembered);
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public String name() {
            return NAME;
        }
    }
}
