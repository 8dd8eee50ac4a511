// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Repository;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.connect.source.SourceRecord;

/** Whether the records say that a repository was read to the end. */
final class Completion {

    private Completion() {}

    static boolean of(List<SourceRecord> log, String repository) {
        try (Deserializer<Repository> reader = Topics.REPOSITORIES
                .valueSerde(SchemaRegistry.at("mock://source-task-test"))
                .deserializer()) {
            return log.stream()
                    .filter(record -> record.topic().equals(Topics.REPOSITORIES.name()))
                    .map(record -> reader.deserialize(record.topic(), (byte[]) record.value()))
                    .anyMatch(known -> known.getFullName().equalsIgnoreCase(repository) && known.getHistoryComplete());
        }
    }
}
