// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.Topic;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The topics that ingest writes to. */
public final class InputTopics {

    private InputTopics() {}

    /**
     * Creates those that are missing.
     *
     * @param partitions how many they get, unless some topics exist: then as many as those have
     * @throws dev.hallway.contract.UnevenPartitionsException if those that exist differ in their partitions
     * @throws org.apache.kafka.common.KafkaException if Kafka cannot be reached or refuses
     */
    public static void createMissing(Map<String, Object> clientConfig, int partitions) throws InterruptedException {
        List<Topic<?, ?>> topics = new ArrayList<>(Topics.INPUTS);
        topics.add(Topics.INGEST_CURSORS);
        try (Admin admin = Admin.create(clientConfig)) {
            new TopicCreation(admin).createMissing(topics, partitions);
        }
    }
}
