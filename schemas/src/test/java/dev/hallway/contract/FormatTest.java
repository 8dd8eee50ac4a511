// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.SubjectKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormatTest {

    private static final Instant WRITTEN = Instant.parse("2020-02-12T18:01:02Z");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.at("mock://format-test");

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("emoji", "👩🏽‍💻 thanks 🎉"),
                Arguments.of("U+0000", "before\u0000after"),
                Arguments.of("the longest body GitHub takes", "x".repeat(65_536)),
                Arguments.of("as many characters outside the basic plane", "🎉".repeat(65_536)),
                Arguments.of("empty", ""),
                Arguments.of("line ends", "a\r\nb\nc\rd"),
                Arguments.of("right to left", "\u202Eשלום"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void shouldCarryEveryTextUnharmed(String what, String body) {
        // Given
        Comment comment = comment(body);
        try (Serde<Comment> serde = Topics.COMMENTS.valueSerde(REGISTRY)) {
            byte[] bytes = serde.serializer().serialize(Topics.COMMENTS.name(), comment);

            // When
            Comment read = serde.deserializer().deserialize(Topics.COMMENTS.name(), bytes);

            // Then
            assertThat(read).as(what).isEqualTo(comment);
        }
    }

    @Test
    void shouldWriteConfluentsWireFormat() {
        // Given
        try (Serde<Comment> serde = Topics.COMMENTS.valueSerde(REGISTRY)) {

            // When
            byte[] bytes = serde.serializer().serialize(Topics.COMMENTS.name(), comment("hello"));

            // Then
            ByteBuffer record = ByteBuffer.wrap(bytes);
            assertThat(record.get()).as("magic byte").isZero();
            assertThat(record.getInt()).as("schema id").isPositive();
        }
    }

    @Test
    void shouldSayWithdrawnByNull() {
        // Given
        try (Serde<Comment> serde = Topics.COMMENTS.valueSerde(REGISTRY)) {

            // When
            byte[] bytes = serde.serializer().serialize(Topics.COMMENTS.name(), null);

            // Then
            assertThat(bytes).isNull();
        }
    }

    @Test
    void shouldRefuseBytesThatNobodyWroteAsAvro() {
        // Given
        byte[] garbage = "{\"body\": \"json\"}".getBytes(StandardCharsets.UTF_8);
        try (Serde<Comment> serde = Topics.COMMENTS.valueSerde(REGISTRY)) {

            // When
            var refusal = assertThatThrownBy(() -> serde.deserializer().deserialize(Topics.COMMENTS.name(), garbage));

            // Then
            refusal.isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void shouldWriteTextKeysAsUtf8() {
        // Given
        String key = "dapr/dapr#1034";
        try (Serde<String> serde = Topics.COMMENTS.keySerde(REGISTRY)) {

            // When
            byte[] bytes = serde.serializer().serialize(Topics.COMMENTS.name(), key);

            // Then
            assertThat(bytes).isEqualTo(key.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void shouldPassRawBytesThrough() {
        // Given
        byte[] bytes = {0, -1, 127};
        try (Serde<byte[]> serde = Topics.DEAD_LETTERS.valueSerde(REGISTRY)) {

            // When
            byte[] written = serde.serializer().serialize(Topics.DEAD_LETTERS.name(), bytes);

            // Then
            assertThat(written).isEqualTo(bytes);
        }
    }

    @Test
    void shouldNotTellThePropertiesOfTheRegistry() {
        // Given
        SchemaRegistry registry =
                new SchemaRegistry("https://registry.example", Map.of("basic.auth.user.info", "user:secret"));

        // When
        String text = registry.toString();

        // Then
        assertThat(text).contains("https://registry.example").doesNotContain("secret");
    }

    private static Comment comment(String body) {
        return Comment.newBuilder()
                .setRepository("dapr/dapr")
                .setNumber(1034)
                .setId(585_321_123)
                .setKind(CommentKind.ISSUE_COMMENT)
                .setSubject(SubjectKind.ISSUE)
                .setAuthor(new Account(1L, "ada", AccountType.USER))
                .setBody(body)
                .setCreatedAt(WRITTEN)
                .setUpdatedAt(WRITTEN)
                .setObservedAt(WRITTEN)
                .build();
    }
}
