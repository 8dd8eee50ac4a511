// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.ItemState;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.Source;
import dev.hallway.service.forgotten.Withholding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphQlSnapshotsTest {

    private static final String PULL_REQUEST = """
            {"number": 12, "fullDatabaseId": "5000000001", "url": "https://github.com/o/r/pull/12", "title": "Add",
             "body": "", "state": "MERGED", "isDraft": true, "baseRefName": "main",
             "createdAt": "2020-02-12T00:00:00Z", "updatedAt": "2020-02-21T10:00:00Z",
             "closedAt": "2020-02-21T09:59:59Z", "mergedAt": "2020-02-21T09:59:59Z", "authorAssociation": "MEMBER",
             "author": {"__typename": "User", "login": "ada", "databaseId": 7},
             "mergedBy": {"__typename": "Bot", "login": "mergify", "databaseId": 8},
             "labels": {"nodes": [{"name": "kind/wish"}]},
             "closingIssuesReferences": {"nodes": [{"number": 3, "repository": {"nameWithOwner": "O/Docs"}}]},
             "timelineItems": {"nodes": [{"createdAt": "2020-02-13T00:00:00Z"}]}}""";

    private static final String REVIEW = """
            {"fullDatabaseId": "77", "state": "APPROVED", "body": "fine", "submittedAt": "2020-02-21T10:00:00Z",
             "authorAssociation": "NONE", "author": null}""";

    private final GraphQlSnapshots snapshots =
            new GraphQlSnapshots("O/R", Instant.parse("2024-01-01T00:00:00Z"), Withholding.NOBODY);

    @Test
    void shouldTranslateAPullRequestAsRestWouldShowIt() {
        // When
        PullRequest pull = value(snapshots.pullRequest(json(PULL_REQUEST)));

        // Then
        assertThat(pull.getRepository()).isEqualTo("O/R");
        assertThat(pull.getId()).isEqualTo(5_000_000_001L);
        assertThat(pull.getHtmlUrl()).isEqualTo("https://github.com/o/r/pull/12");
        assertThat(pull.getBody()).isNull();
        assertThat(pull.getState()).isEqualTo(ItemState.CLOSED);
        assertThat(pull.getAuthorAssociation()).isEqualTo(AuthorAssociation.MEMBER);
        assertThat(pull.getLabels()).containsExactly("kind/wish");
        assertThat(pull.getMergedAt()).isEqualTo(Instant.parse("2020-02-21T09:59:59Z"));
        assertThat(pull.getDraft()).isTrue();
        assertThat(pull.getBaseRef()).isEqualTo("main");
        assertThat(pull.getSource()).isEqualTo(Source.GRAPHQL);
        assertThat(pull.getObservedAt()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    void shouldTranslateWhatOnlyGraphQlTells() {
        // When
        PullRequest pull = value(snapshots.pullRequest(json(PULL_REQUEST)));

        // Then
        assertThat(pull.getClosingReferences()).containsExactly("o/docs#3");
        assertThat(pull.getReadyForReviewAt()).isEqualTo(Instant.parse("2020-02-13T00:00:00Z"));
        assertThat(pull.getMergedBy()).isEqualTo(new Account(8L, "mergify[bot]", AccountType.BOT));
    }

    @Test
    void shouldTellThatNothingIsClosedAndThatItNeverWasADraft() {
        // Given
        ObjectNode node = json(PULL_REQUEST);
        node.putObject("closingIssuesReferences").putArray("nodes");
        node.putObject("timelineItems").putArray("nodes");

        // When
        PullRequest pull = value(snapshots.pullRequest(node));

        // Then
        assertThat(pull.getClosingReferences()).isEqualTo(List.of());
        assertThat(pull.getReadyForReviewAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "User,ada,ada,USER",
        "Bot,dependabot,dependabot[bot],BOT",
        "Bot,dependabot[bot],dependabot[bot],BOT",
        "Mannequin,old,old,MANNEQUIN",
        "Organization,acme,acme,ORGANIZATION",
        "Agent,smith,smith,UNKNOWN"
    })
    void shouldKnowAuthorsByTheirRestNames(String typename, String login, String expected, AccountType type) {
        // Given
        ObjectNode node = json(REVIEW);
        node.putObject("author").put("__typename", typename).put("login", login).put("databaseId", 9);

        // When
        Review review = value(snapshots.review(node, 12));

        // Then
        assertThat(review.getAuthor()).isEqualTo(new Account(9L, expected, type));
    }

    @Test
    void shouldTranslateAReview() {
        // When
        Review review = value(snapshots.review(json(REVIEW), 12));

        // Then
        assertThat(review.getId()).isEqualTo(77);
        assertThat(review.getNumber()).isEqualTo(12);
        assertThat(review.getState()).isEqualTo(ReviewState.APPROVED);
        assertThat(review.getAuthor()).isNull();
        assertThat(review.getSubmittedAt()).isEqualTo(Instant.parse("2020-02-21T10:00:00Z"));
    }

    @Test
    void shouldRefuseAnAuthorWithoutAnIdRatherThanTakeItForADeletedAccount() {
        // Given
        ObjectNode node = json(REVIEW);
        node.putObject("author").put("__typename", "EnterpriseUserAccount").put("login", "ada");

        // When
        Translation<Review> translation = snapshots.review(node, 12);

        // Then
        assertThat(translation)
                .isEqualTo(new Translation.Unreadable<>(
                        "review 77 of #12", "'databaseId' is not a number", Optional.empty()));
    }

    private static <T> T value(Translation<T> translation) {
        assertThat(translation).isInstanceOf(Translation.Read.class);
        return ((Translation.Read<T>) translation).value();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
