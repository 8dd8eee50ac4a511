// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hallway.contract.FactKey.Entity;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Source;
import dev.hallway.github.SubjectKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FactKeyTest {

    private static final ItemKey ITEM = new ItemKey("Town/Square", 12);

    @ParameterizedTest
    @CsvSource({
        "ITEM, 0, REST, town/square#12",
        "ITEM, 0, GRAPHQL, town/square#12|graphql",
        "ISSUE_COMMENT, 345, REST, town/square#12/comment/345",
        "ISSUE_COMMENT, 345, WEBHOOK, town/square#12/comment/345|webhook",
        "REVIEW_COMMENT, 345, ARCHIVE, town/square#12/review-comment/345|archive",
        "REVIEW, 345, GRAPHQL, town/square#12/review/345|graphql",
        "REVIEW, 345, UNKNOWN, town/square#12/review/345|unknown",
    })
    void shouldNameTheEntityAndWhoToldOfIt(Entity entity, long id, Source source, String key) {
        // When, Then
        assertThat(new FactKey(ITEM, entity, id, source)).hasToString(key);
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void shouldLeadToTheItemAndToItsPartition(Source source) {
        // Given
        for (Entity entity : Entity.values()) {
            String key = new FactKey(ITEM, entity, 345, source).toString();

            // When, Then
            assertThat(FactKey.itemOf(key)).isEqualTo("town/square#12");
            assertThat(RepositoryPartitioner.repository(key)).isEqualTo("town/square");
        }
    }

    @Test
    void shouldLeaveTheKeyOfARepositoryAsItIs() {
        // When, Then
        assertThat(FactKey.itemOf("town/square")).isEqualTo("town/square");
    }

    @Test
    void shouldTellCommentsOfTheTwoKindsApartWhoseIdsAreNotOneSequence() {
        // When
        FactKey comment = FactKey.of(comment("town/square", CommentKind.ISSUE_COMMENT));
        FactKey reviewComment = FactKey.of(comment("town/square", CommentKind.REVIEW_COMMENT));

        // Then
        assertThat(comment).isNotEqualTo(reviewComment);
    }

    @Test
    void shouldRefuseASnapshotThatNamesNoItem() {
        // When, Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactKey.of(comment("no repository", CommentKind.ISSUE_COMMENT)))
                .withMessageContaining("owner/repo is expected");
    }

    private static Comment comment(String repository, CommentKind kind) {
        return Comment.newBuilder()
                .setRepository(repository)
                .setNumber(12)
                .setId(345)
                .setKind(kind)
                .setAuthorAssociation(AuthorAssociation.NONE)
                .setSource(Source.REST)
                .setSubject(SubjectKind.PULL_REQUEST)
                .setCreatedAt(Instant.EPOCH)
                .setUpdatedAt(Instant.EPOCH)
                .setObservedAt(Instant.EPOCH)
                .build();
    }
}
