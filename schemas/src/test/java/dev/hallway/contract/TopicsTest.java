// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topic.Partitioning;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    private static final String A_YEAR = "31536000000";

    static Stream<Topic<?, ?>> topics() {
        return Topics.ALL.stream();
    }

    @Test
    void shouldNameEveryTopicOnce() {
        // When
        List<String> names = topics().<String>map(Topic::name).toList();

        // Then
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("hallway(\\.[a-z]+(-[a-z]+)*)+"));
    }

    @Test
    void shouldListEveryTopicThatIsDeclared() {
        // When
        Stream<Object> declared = Arrays.stream(Topics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Topic.class)
                .map(TopicsTest::read);

        // Then
        assertThat(declared).containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    @Test
    void shouldDivideTheRecordTopicsIntoInputsAndOutputs() {
        // When
        List<Topic<?, ?>> neither = topics().filter(
                        topic -> !Topics.INPUTS.contains(topic) && !Topics.OUTPUTS.contains(topic))
                .toList();

        // Then
        assertThat(neither)
                .containsExactlyInAnyOrder(Topics.INGEST_CURSORS, Topics.PEOPLE, Topics.FORGOTTEN, Topics.DEAD_LETTERS);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldPartitionAlikeWhatIsReadTogether(Topic<?, ?> topic) {
        // When
        boolean readTogether = Topics.INPUTS.contains(topic) || Topics.OUTPUTS.contains(topic);

        // Then
        assertThat(topic.partitioning())
                .as(topic.name())
                .isEqualTo(readTogether ? Partitioning.BY_REPOSITORY : Partitioning.SINGLE);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldLetNoFactExpire(Topic<?, ?> topic) {
        // When
        Map<String, String> config = topic.topicConfig();

        // Then
        assertThat(config)
                .as(topic.name())
                .containsAllEntriesOf(Map.of("cleanup.policy", "compact", "segment.ms", A_YEAR))
                .doesNotContainKeys("retention.ms", "retention.bytes");
    }

    @Test
    void shouldHaveRoomForARecordAsItCameWithWhyItWasSetAside() {
        // When
        Map<String, String> config = Topics.DEAD_LETTERS.topicConfig();

        // Then
        assertThat(config).containsEntry("max.message.bytes", "2097152");
    }

    @Test
    void shouldAskForTheTopicAsItIsDeclared() {
        // When
        NewTopic topic = Topics.ISSUES.toNewTopic(12, (short) 3);

        // Then
        assertThat(topic)
                .isEqualTo(new NewTopic("hallway.github.issues", 12, (short) 3).configs(Topics.ISSUES.topicConfig()));
    }

    @Test
    void shouldAskForOnePartitionOfWhatHasNoRepository() {
        // When
        NewTopic topic = Topics.INGEST_CURSORS.toNewTopic(12, (short) 3);

        // Then
        assertThat(topic.numPartitions()).isEqualTo(1);
    }

    private static Object read(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
