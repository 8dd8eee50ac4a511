// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.processor;

import dev.hallway.contract.Topics;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.streams.failure.RegistryOutage;
import dev.hallway.streams.people.People;
import dev.hallway.streams.people.PeopleInForce;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the latest people registry into force in this instance, before any figure is derived in it. One that cannot be
 * read leaves the one before in force.
 */
public final class PeopleProcessor implements Processor<String, byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleProcessor.class);
    private static final String STORE = "people";
    private static final Duration PAUSE_WHILE_REGISTRY_IS_AWAY = Duration.ofSeconds(1);

    private final PeopleInForce people;
    private final Deserializer<PeopleRegistry> registries;

    /** Brings registries into force for all who share the given people. */
    public PeopleProcessor(PeopleInForce people, Deserializer<PeopleRegistry> registries) {
        this.people = people;
        this.registries = registries;
    }

    /**
     * The store that Kafka Streams asks for where every instance reads all of a topic. It stays empty: being in memory, it
     * has the topic read from its beginning at every start.
     */
    public static StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    @Override
    public void process(Record<String, byte[]> record) {
        byte @Nullable [] registry = record.value();
        if (registry == null) {
            people.replaceBy(People.unregistered());
            return;
        }
        try {
            people.replaceBy(People.of(read(registry)));
        } catch (SerializationException unreadable) {
            LOG.error(
                    "The people registry in {} cannot be read: {}. The one before stays in force; publish it again.",
                    Topics.PEOPLE.name(),
                    unreadable.getMessage());
            LOG.debug("The people registry cannot be read.", unreadable);
        }
    }

    private PeopleRegistry read(byte[] registry) {
        while (true) {
            try {
                return registries.deserialize(Topics.PEOPLE.name(), registry);
            } catch (SerializationException failed) {
                if (!RegistryOutage.caused(failed) || Thread.currentThread().isInterrupted()) {
                    throw failed;
                }
                LOG.warn("The schema registry does not answer; trying again to read the people registry.", failed);
                LockSupport.parkNanos(PAUSE_WHILE_REGISTRY_IS_AWAY.toNanos());
            }
        }
    }
}
