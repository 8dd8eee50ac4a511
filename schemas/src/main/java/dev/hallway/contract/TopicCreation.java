// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that a cluster does not have yet, as {@link Topics} declares them. */
public final class TopicCreation {

    // The broker's own default: one on a laptop, three on most clusters.
    private static final short REPLICATION_OF_THE_CLUSTER = -1;

    private final Admin admin;

    /** Uses the given client, which the caller closes. */
    public TopicCreation(Admin admin) {
        this.admin = admin;
    }

    /**
     * Creates what is missing and leaves what exists as it is.
     *
     * @return names of the topics that were created
     * @throws KafkaException if the cluster refuses or cannot be reached
     */
    public List<String> createMissing(Collection<? extends Topic<?, ?>> topics) throws InterruptedException {
        Set<String> existing = get(admin.listTopics().names());
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> topic.toNewTopic(REPLICATION_OF_THE_CLUSTER))
                .toList();
        Map<String, KafkaFuture<Void>> results =
                new HashMap<>(admin.createTopics(missing).values());
        for (KafkaFuture<Void> result : results.values()) {
            awaitCreation(result);
        }
        return missing.stream().map(NewTopic::name).toList();
    }

    private static void awaitCreation(KafkaFuture<Void> result) throws InterruptedException {
        try {
            get(result);
        } catch (TopicExistsException createdByAnotherInstance) {
            // Both wanted the same topic, so it is as it should be.
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
