// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.state.TableReader;
import java.util.Map;
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

    private @Nullable Community community;
    private boolean open;

    private TaskMemory() {}

    /** Makes one a task. */
    public static StoreBuilder<TaskMemory> builder() {
        return new Builder();
    }

    /** The community of the task, whoever asks first. */
    public static Community community(ProcessorContext<?, ?> context) {
        TaskMemory memory = context.getStateStore(NAME);
        Community known = memory.community;
        if (known == null) {
            known = CommunityStores.of(context);
            memory.community = known;
        }
        return known;
    }

    /** Reads what is kept of the community, for another thread. */
    public static TableReader reader(ProcessorContext<?, ?> context) {
        return CommunityStores.reader(context);
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
            return new TaskMemory();
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
