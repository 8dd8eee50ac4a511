// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Issue;
import dev.hallway.github.Repository;
import dev.hallway.health.FlowWeek;
import dev.hallway.streams.reference.Facts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be a fact is set aside as it came, and what follows is counted as if it had never been there. */
class DeadLetterTest {

    private static final byte[] KEY = "acme/app#1".getBytes(UTF_8);
    private static final byte[] GARBAGE = "{\"title\": \"written by hand\"}".getBytes(UTF_8);

    private HallwayDriver hallway;

    @BeforeEach
    void start(@TempDir Path stateDirectory) {
        hallway = HallwayDriver.withoutTransactions(stateDirectory);
    }

    @AfterEach
    void stop() {
        hallway.close();
    }

    @Test
    void shouldSetGarbageAsideAsItCame() {
        // When
        Topics.INPUTS.forEach(input -> hallway.takeRaw(input, KEY, GARBAGE));

        // Then
        assertThat(hallway.deadLetters())
                .allSatisfy(letter -> assertThat(letter.key()).isEqualTo(KEY))
                .allSatisfy(letter -> assertThat(letter.value()).isEqualTo(GARBAGE))
                .allSatisfy(letter -> assertThat(errorHeaders(letter))
                        .containsEntry("partition", "0")
                        .containsEntry("offset", "0")
                        .containsKeys("exception", "message", "stacktrace"))
                .extracting(letter -> errorHeaders(letter).get("topic"))
                .containsExactlyElementsOf(
                        Topics.INPUTS.stream().map(Topic::name).toList());
    }

    @Test
    void shouldSetBytesOfAnUnknownSchemaAside() {
        // Given
        byte[] unknownSchema = {0, 0x7F, -1, -1, -1, 2};

        // When
        hallway.takeRaw(Topics.COMMENTS, KEY, unknownSchema);

        // Then
        assertThat(onlyLetter().value()).isEqualTo(unknownSchema);
    }

    @Test
    void shouldSetAValueThatIsCutOffAsideRatherThanWaitForTheRegistry() {
        // Given
        byte[] whole = hallway.written(Topics.ISSUES, issue());
        byte[] cutOff = Arrays.copyOf(whole, whole.length / 2);

        // When
        hallway.takeRaw(Topics.ISSUES, KEY, cutOff);

        // Then
        assertThat(onlyLetter().value()).isEqualTo(cutOff);
    }

    @Test
    void shouldSetARecordUnderAnotherKeyAside() {
        // When
        hallway.takeAs("acme/app#2", issue());

        // Then
        TestRecord<byte[], byte[]> letter = onlyLetter();
        assertThat(letter.key()).isEqualTo("acme/app#2".getBytes(UTF_8));
        assertThat(read(Topics.ISSUES, letter)).isEqualTo(issue());
        assertThat(errorHeaders(letter))
                .containsEntry("topic", "hallway.github.issues")
                .extractingByKey("message")
                .asString()
                .contains("'acme/app#2'", "'acme/app#1'", "must agree");
    }

    @Test
    void shouldSetARepositoryUnderAnotherKeyAside() {
        // Given
        Repository repository = Repository.newBuilder()
                .setId(1)
                .setFullName("Acme/App")
                .setHtmlUrl("https://github.example/Acme/App")
                .setDefaultBranch("main")
                .setCreatedAt(Facts.START)
                .setHistoryComplete(false)
                .setObservedAt(Facts.START)
                .build();

        // When
        hallway.takeRaw(
                Topics.REPOSITORIES, "acme/other".getBytes(UTF_8), hallway.written(Topics.REPOSITORIES, repository));

        // Then
        assertThat(errorHeaders(onlyLetter()))
                .extractingByKey("message")
                .asString()
                .contains("'acme/other'", "'Acme/App'");
    }

    @Test
    void shouldSetATimeThatCannotBeGitHubsAside() {
        // Given
        Issue issue = Issue.newBuilder(issue())
                .setCreatedAt(Instant.parse("+54321-01-01T00:00:00Z"))
                .build();

        // When
        hallway.take(issue);

        // Then
        TestRecord<byte[], byte[]> letter = onlyLetter();
        assertThat(read(Topics.ISSUES, letter)).isEqualTo(issue);
        assertThat(errorHeaders(letter)).extractingByKey("message").asString().contains("+54321-01-01T00:00:00Z");
    }

    @Test
    void shouldSetADescriptionOfATimeThatCannotBeGitHubsAside() {
        // Given
        Repository repository = Repository.newBuilder(
                        Facts.repository("acme/app", 1).build())
                .setSyncedAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                .build();

        // When
        hallway.take(repository);

        // Then
        assertThat(read(Topics.REPOSITORIES, onlyLetter())).isEqualTo(repository);
    }

    @Test
    void shouldNotIntroduceTheRepositoryOfWhatIsSetAside() {
        // Given
        Issue issue = Issue.newBuilder(issue())
                .setCreatedAt(Instant.parse("1969-12-31T23:59:59Z"))
                .build();

        // When
        hallway.take(issue);

        // Then
        assertThat(hallway.reader().repositories()).isEmpty();
    }

    @Test
    void shouldNotRepeatALongKeyInTheReason() {
        // Given
        String key = "x".repeat(500_000);

        // When
        hallway.takeAs(key, issue());

        // Then
        TestRecord<byte[], byte[]> letter = onlyLetter();
        assertThat(letter.key()).hasSize(key.length());
        assertThat(errorHeaders(letter))
                .allSatisfy((name, value) -> assertThat(value).hasSizeLessThan(20_000));
    }

    @Test
    void shouldSetACommentOfAnUnknownKindAside() {
        // Given
        Comment comment = Comment.newBuilder(Facts.comment("acme/app", 1, 100).build())
                .setKind(CommentKind.UNKNOWN)
                .build();

        // When
        hallway.take(comment);

        // Then
        TestRecord<byte[], byte[]> letter = onlyLetter();
        assertThat(read(Topics.COMMENTS, letter)).isEqualTo(comment);
        assertThat(errorHeaders(letter)).extractingByKey("message").asString().contains("UNKNOWN", "ISSUE_COMMENT");
    }

    @Test
    void shouldPassOverWhatIsLeftOfARecordThatWasWithdrawn() {
        // Given
        hallway.take(issue());

        // When
        hallway.takeRaw(Topics.ISSUES, KEY, null);

        // Then
        assertThat(hallway.deadLetters()).isEmpty();
        hallway.settle();
        assertThat(hallway.reader().repositories()).hasSize(1);
    }

    @Test
    void shouldCountWhatFollows() {
        // Given
        hallway.takeRaw(Topics.ISSUES, KEY, GARBAGE);
        hallway.takeAs("acme/app#2", issue());
        hallway.take(Issue.newBuilder(issue())
                .setCreatedAt(Instant.parse("1969-12-31T23:59:59Z"))
                .build());

        // When
        hallway.take(issue());

        // Then
        hallway.settle();
        assertThat(hallway.published(Topics.FLOW))
                .extractingByKey("acme/app|2024-W01")
                .extracting(FlowWeek::getIssuesOpened)
                .isEqualTo(1L);
    }

    private static Issue issue() {
        return Facts.issue("acme/app", 1).build();
    }

    private TestRecord<byte[], byte[]> onlyLetter() {
        List<TestRecord<byte[], byte[]>> letters = hallway.deadLetters();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private <V> V read(Topic<String, V> topic, TestRecord<byte[], byte[]> letter) {
        return hallway.read(topic, letter.value());
    }

    private static Map<String, String> errorHeaders(TestRecord<byte[], byte[]> letter) {
        return StreamSupport.stream(letter.headers().spliterator(), false)
                .filter(header -> header.key().startsWith("__streams.errors."))
                .collect(Collectors.toMap(
                        header -> header.key().substring("__streams.errors.".length()),
                        header -> new String(header.value(), UTF_8)));
    }
}
