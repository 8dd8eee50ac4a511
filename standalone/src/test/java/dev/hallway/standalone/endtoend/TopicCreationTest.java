// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.InputPartitions;
import dev.hallway.contract.Topic;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.contract.UnevenPartitionsException;
import dev.hallway.standalone.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How topics come to be on a real broker. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class TopicCreationTest {

    private static final short ONE_REPLICA = 1;

    private EmbeddedBroker broker;
    private Map<String, Object> clients;
    private Admin admin;

    @BeforeEach
    void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory, 0);
        clients = Map.of("bootstrap.servers", broker.bootstrapServers());
        admin = Admin.create(clients);
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void shouldCreateEverythingWithTheNumberThatWasChosen() throws Exception {
        // When
        TopicCreation.Result result = new TopicCreation(admin).createMissing(Topics.ALL, 3);

        // Then
        assertThat(result.partitions()).isEqualTo(3);
        assertThat(result.created()).containsExactlyInAnyOrderElementsOf(names(Topics.ALL));
        assertThat(counts(Topics.INPUTS).values()).containsOnly(3);
        assertThat(counts(Topics.OUTPUTS).values()).containsOnly(3);
        assertThat(counts(List.of(Topics.INGEST_CURSORS, Topics.DEAD_LETTERS)).values())
                .containsOnly(1);
        assertThat(InputPartitions.read(clients)).isEqualTo(new InputPartitions.Agreed(3));
    }

    @Test
    void shouldFollowTheInputTopicsThatExist() throws Exception {
        // Given
        create(Topics.REVIEWS, 5);

        // When
        TopicCreation.Result result = new TopicCreation(admin).createMissing(Topics.ALL, 3);

        // Then
        assertThat(result.partitions()).isEqualTo(5);
        assertThat(result.created()).doesNotContain(Topics.REVIEWS.name());
        assertThat(counts(Topics.INPUTS).values()).containsOnly(5);
        assertThat(counts(Topics.OUTPUTS).values()).containsOnly(5);
    }

    @Test
    void shouldCreateTheOutputTopicsLikeTheInputTopics() throws Exception {
        // Given
        new TopicCreation(admin).createMissing(Topics.INPUTS, 5);

        // When
        TopicCreation.Result result = new TopicCreation(admin).createMissing(Topics.OUTPUTS, 3);

        // Then
        assertThat(result.created()).containsExactlyInAnyOrderElementsOf(names(Topics.OUTPUTS));
        assertThat(counts(Topics.OUTPUTS).values()).containsOnly(5);
    }

    @Test
    void shouldRefuseInputTopicsThatDiffer() throws Exception {
        // Given
        create(Topics.REVIEWS, 5);
        create(Topics.ISSUES, 2);

        // When
        InputPartitions.Found found = InputPartitions.read(admin);

        // Then
        assertThat(found)
                .isEqualTo(new InputPartitions.Disagreed(Map.of(Topics.REVIEWS.name(), 5, Topics.ISSUES.name(), 2)));
        assertThatThrownBy(() -> new TopicCreation(admin).createMissing(Topics.ALL, 3))
                .isInstanceOf(UnevenPartitionsException.class)
                .hasMessageContaining("hallway.github.issues has 2, hallway.github.reviews has 5.");
        assertThat(known()).containsExactlyInAnyOrder(Topics.REVIEWS.name(), Topics.ISSUES.name());
    }

    @Test
    void shouldSayWhichInputTopicsAreMissing() throws Exception {
        // Given
        create(Topics.REVIEWS, 5);

        // When
        InputPartitions.Found found = InputPartitions.read(admin);

        // Then
        assertThat(found)
                .isEqualTo(new InputPartitions.Missing(
                        List.of(
                                Topics.ISSUES.name(),
                                Topics.PULL_REQUESTS.name(),
                                Topics.COMMENTS.name(),
                                Topics.REPOSITORIES.name()),
                        OptionalInt.of(5)));
    }

    /** Returns once the broker has heard of it from the controller. */
    private void create(Topic<?, ?> topic, int partitions) throws Exception {
        admin.createTopics(Set.of(topic.toNewTopic(partitions, ONE_REPLICA)))
                .all()
                .get();
        Awaiting.until("the broker knows " + topic.name(), () -> known().contains(topic.name()));
    }

    private Set<String> known() {
        try {
            return admin.listTopics().names().get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private Map<String, Integer> counts(Collection<? extends Topic<?, ?>> topics) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        admin.describeTopics(names(topics))
                .allTopicNames()
                .get()
                .forEach((name, description) ->
                        counts.put(name, description.partitions().size()));
        return counts;
    }

    private static List<String> names(Collection<? extends Topic<?, ?>> topics) {
        return topics.stream().<String>map(Topic::name).toList();
    }
}
