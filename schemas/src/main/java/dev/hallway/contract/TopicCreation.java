// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that a cluster does not have yet, as {@link Topics} declares them. */
public final class TopicCreation {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);
    // The broker's default: one on a laptop, three on most clusters.
    private static final short REPLICATION_OF_THE_CLUSTER = -1;
    // The controller creates them; the brokers, which answer, learn of it a little later.
    private static final Duration UNTIL_BROKERS_KNOW = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Admin admin;

    /** Uses the given client, which the caller closes. */
    public TopicCreation(Admin admin) {
        this.admin = admin;
    }

    /**
     * The topics after creation.
     *
     * @param created names of the topics that were created
     * @param partitions number of partitions of the input topics, and of what was created partitioned by repository
     */
    public record Result(List<String> created, int partitions) {

        /** Copies the names. */
        public Result {
            created = List.copyOf(created);
        }
    }

    /**
     * Creates what is missing and leaves what exists unchanged.
     *
     * @param partitions how many those get that are partitioned by repository, unless input topics exist: then as many
     *     as these have
     * @throws UnevenPartitionsException if the input topics that exist differ in their partitions
     * @throws KafkaException if the cluster refuses or cannot be reached
     */
    public Result createMissing(Collection<? extends Topic<?, ?>> topics, int partitions) throws InterruptedException {
        PartitionChoice.require(partitions);
        // The input topics first, in one request: if somebody else creates them at the same moment with another number,
        // that number is found below, and the remaining topics follow it.
        List<String> created = new ArrayList<>(
                create(topics.stream().filter(Topics.INPUTS::contains).toList(), inForce(partitions)));
        int inForce = inForce(partitions);
        created.addAll(create(
                topics.stream().filter(topic -> !Topics.INPUTS.contains(topic)).toList(), inForce));
        if (inForce != partitions) {
            LOG.warn(
                    "The input topics have {} partitions each and keep them: {} would count only if none of them existed.",
                    inForce,
                    partitions);
        }
        return new Result(created, inForce);
    }

    private int inForce(int chosen) throws InterruptedException {
        InputPartitions.Found found = InputPartitions.read(admin);
        if (found instanceof InputPartitions.Disagreed disagreed) {
            throw new UnevenPartitionsException(disagreed);
        }
        return found.inForce().orElse(chosen);
    }

    private List<String> create(List<? extends Topic<?, ?>> topics, int partitions) throws InterruptedException {
        Set<String> existing = get(admin.listTopics().names());
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> topic.toNewTopic(partitions, REPLICATION_OF_THE_CLUSTER))
                .toList();
        Map<String, KafkaFuture<Void>> results =
                new HashMap<>(admin.createTopics(missing).values());
        for (KafkaFuture<Void> result : results.values()) {
            awaitCreation(result);
        }
        List<String> names = missing.stream().map(NewTopic::name).toList();
        awaitKnown(names);
        return names;
    }

    private void awaitKnown(List<String> created) throws InterruptedException {
        long end = System.nanoTime() + UNTIL_BROKERS_KNOW.toNanos();
        while (!get(admin.listTopics().names()).containsAll(created) && System.nanoTime() - end < 0) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        }
    }

    private static void awaitCreation(KafkaFuture<Void> result) throws InterruptedException {
        try {
            get(result);
        } catch (TopicExistsException createdByAnotherInstance) {
            // Both created the same topic, so it is as expected.
            return;
        }
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof KafkaException refused) {
                throw refused;
            }
            throw new KafkaException("Kafka's topics could not be read or created.", failed);
        }
    }
}
