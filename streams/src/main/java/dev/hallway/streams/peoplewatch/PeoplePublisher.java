// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplewatch;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.service.forgotten.Forgotten;
import dev.hallway.service.forgotten.Withholding;
import dev.hallway.service.topic.CommittedRecords;
import dev.hallway.streams.peoplefile.CheckedPeople;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serde;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the registry of people to its topic. Connects for each registry, since they change rarely. */
public final class PeoplePublisher {

    /** The only key of the topic. */
    public static final String KEY = "people";

    private static final Logger LOG = LoggerFactory.getLogger(PeoplePublisher.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.PEOPLE.name(), 0);
    private static final PeopleRegistry NOBODY = new PeopleRegistry(List.of(), List.of(), List.of(), List.of());
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> kafka;
    private final SchemaRegistry schemas;

    /** A publisher on this Kafka; the properties are those of any client. */
    public PeoplePublisher(Map<String, Object> kafka, SchemaRegistry schemas) {
        this.kafka = Map.copyOf(kafka);
        this.schemas = schemas;
    }

    /**
     * Makes this registry the one in force, without accounts that were forgotten: writes it, unless the topic's latest record
     * says the same. On a topic without a record, nobody is registered.
     *
     * @return whether it was written
     * @throws KafkaException if Kafka or the schema registry cannot be reached, or refuses
     */
    public boolean publish(PeopleRegistry given) {
        Forgotten forgotten = new CommittedRecords(kafka, schemas).forgotten();
        PeopleRegistry registry = new Withholding(forgotten).without(given);
        if (!registry.equals(given)) {
            LOG.warn(
                    "The file of people names accounts that were forgotten; they are left out. Take them out of the file.");
        }
        try (Serde<String> key = Topics.PEOPLE.keySerde(schemas);
                Serde<PeopleRegistry> value = Topics.PEOPLE.valueSerde(schemas)) {
            if (inForce(key, value).filter(registry::equals).isPresent()) {
                return false;
            }
            write(registry, key, value);
            return true;
        }
    }

    /**
     * Publishes a file that was checked, with a line in the log.
     *
     * @throws KafkaException if Kafka or the schema registry cannot be reached, or refuses
     */
    public void publish(CheckedPeople people) {
        publish(people.registry());
        LOG.info("{}", people.line());
    }

    /** Publishes what a file says anew, from now on; what it said when it was checked has been published. */
    public PeopleWatch watch(CheckedPeople people) {
        return PeopleWatch.start(people, this::publish, PeopleWatch.USUAL);
    }

    /** The latest registry; empty if it is one that this version cannot read, so that any other takes its place. */
    private Optional<PeopleRegistry> inForce(Serde<String> key, Serde<PeopleRegistry> value) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<String, PeopleRegistry> consumer =
                new KafkaConsumer<>(config, key.deserializer(), value.deserializer())) {
            consumer.assign(List.of(PARTITION));
            long begin = offset(consumer.beginningOffsets(List.of(PARTITION)));
            long end = offset(consumer.endOffsets(List.of(PARTITION)));
            if (begin == end) {
                return Optional.of(NOBODY);
            }
            // One key, so the last record is the latest; compaction never removes it.
            consumer.seek(PARTITION, end - 1);
            return Optional.of(last(consumer, end));
        } catch (RecordDeserializationException unreadable) {
            return Optional.empty();
        }
    }

    private static PeopleRegistry last(KafkaConsumer<String, PeopleRegistry> consumer, long end) {
        PeopleRegistry last = NOBODY;
        for (long polls = 0; consumer.position(PARTITION) < end; polls++) {
            if (polls > PATIENCE.dividedBy(POLL)) {
                throw new TimeoutException("The latest record of " + PARTITION.topic() + " could not be read within "
                        + PATIENCE.toSeconds() + " seconds.");
            }
            for (ConsumerRecord<String, PeopleRegistry> record : consumer.poll(POLL)) {
                last = Objects.requireNonNullElse(record.value(), NOBODY);
            }
        }
        return last;
    }

    private void write(PeopleRegistry registry, Serde<String> key, Serde<PeopleRegistry> value) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.LARGEST_REGISTRY);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (KafkaProducer<String, PeopleRegistry> producer =
                new KafkaProducer<>(config, key.serializer(), value.serializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), KEY, registry))
                    .get();
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException("The registry of people was not written.", refused);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private static long offset(Map<TopicPartition, Long> offsets) {
        return Objects.requireNonNull(offsets.get(PARTITION));
    }
}
