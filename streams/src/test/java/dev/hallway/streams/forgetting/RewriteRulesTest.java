// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.IngestCursor;
import dev.hallway.health.Digest;
import dev.hallway.service.forgotten.Forgotten;
import dev.hallway.streams.reference.CommentFact;
import dev.hallway.streams.reference.Facts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RewriteRulesTest {

    private static final String KEY = "acme/app#1/comment/5";

    private final SchemaRegistry registry = SchemaRegistry.at("mock://" + UUID.randomUUID());
    private final SoughtAccounts alice = new SoughtAccounts(Set.of("alice"), Set.of(Facts.ALICE.getId()));
    private final Map<String, RewriteRule> rules =
            new RewriteRules(alice, Forgotten.NOBODY.and(alice.logins(), alice.ids()), registry).byTopic();

    @Test
    void shouldWriteASnapshotAnewALittleLater() {
        // Given
        Comment hers = comment("Hello.").by(Facts.ALICE).build();

        // When
        Rewrite rewrite = of(Topics.COMMENTS, KEY, hers);

        // Then
        assertThat(rewrite).isInstanceOfSatisfying(Rewrite.Replaced.class, replaced -> {
            Comment without = Topics.COMMENTS
                    .valueSerde(registry)
                    .deserializer()
                    .deserialize(Topics.COMMENTS.name(), replaced.value().get());
            assertThat(without.getAuthor()).isNull();
            assertThat(without.getUpdatedAt()).isEqualTo(hers.getUpdatedAt());
            assertThat(without.getObservedAt()).isAfter(hers.getObservedAt());
        });
    }

    @Test
    void shouldKeepWhatNamesHerOnlyWithinAnotherWord() {
        // When
        Rewrite rewrite =
                of(Topics.COMMENTS, KEY, comment("malice").by(Facts.BOB).build());

        // Then
        assertThat(rewrite).isEqualTo(new Rewrite.Kept());
    }

    @Test
    void shouldWithdrawWhatWasReadUnderAFormerNameOfHers() {
        // Given
        Comment former = Facts.comment("alice/app", 1, 5).by(Facts.BOB).build();
        IngestCursor cursor = IngestCursor.newBuilder()
                .setRepository("acme/app")
                .setRepositoryId(1)
                .setUpdatedAt(Facts.START)
                .build();

        // When, Then
        assertThat(of(Topics.COMMENTS, "alice/app#1/comment/5", former)).isEqualTo(new Rewrite.Withdrawn());
        assertThat(of(Topics.COMMENTS, "alice/app#1/comment/5|webhook", former)).isEqualTo(new Rewrite.Withdrawn());
        assertThat(of(Topics.INGEST_CURSORS, "api.github.com|alice/app|repository", cursor))
                .isEqualTo(new Rewrite.Withdrawn());
        assertThat(of(Topics.INGEST_CURSORS, "api.github.com|acme/app|repository", cursor))
                .isEqualTo(new Rewrite.Kept());
    }

    @Test
    void shouldWithdrawDigestsThatNameHerHoweverTheyAreWritten() {
        // Given
        Digest digest = Digest.newBuilder()
                .setRepository("acme/app")
                .setWeek("2024-W01")
                .setDefinitionVersion(2)
                .setMarkdown("- \\@Alice waits")
                .setJson("{}")
                .build();

        // When, Then
        assertThat(of(Topics.DIGESTS, "acme/app|2024-W01", digest)).isEqualTo(new Rewrite.Withdrawn());
    }

    @Test
    void shouldWithdrawADeadLetterThatNamesHerInAHeader() {
        // Given
        ConsumerRecord<byte[], byte[]> letter = record(Topics.DEAD_LETTERS, KEY, bytes("garbage"));
        ConsumerRecord<byte[], byte[]> hers = record(Topics.DEAD_LETTERS, KEY, bytes("garbage"));
        hers.headers().add("__streams.errors.message", bytes("The title 'By Alice' is wrong."));

        // When, Then
        assertThat(rule(Topics.DEAD_LETTERS).of(letter)).isEqualTo(new Rewrite.Kept());
        assertThat(rule(Topics.DEAD_LETTERS).of(hers)).isEqualTo(new Rewrite.Withdrawn());
    }

    @Test
    void shouldHaveARuleForEveryTopicButTheListOfTheForgotten() {
        // When, Then
        assertThat(rules.keySet())
                .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream()
                        .map(Topic::name)
                        .filter(topic -> !topic.equals(Topics.FORGOTTEN.name()))
                        .toList());
    }

    private <V extends SpecificRecord> Rewrite of(Topic<String, V> topic, String key, V value) {
        byte[] written = topic.valueSerde(registry).serializer().serialize(topic.name(), value);
        return rule(topic).of(record(topic, key, written));
    }

    private RewriteRule rule(Topic<?, ?> topic) {
        return Objects.requireNonNull(rules.get(topic.name()));
    }

    private static ConsumerRecord<byte[], byte[]> record(Topic<?, ?> topic, String key, byte[] value) {
        return new ConsumerRecord<>(topic.name(), 0, 0, bytes(key), value);
    }

    private static CommentFact comment(String body) {
        return Facts.comment("acme/app", 1, 5).body(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
