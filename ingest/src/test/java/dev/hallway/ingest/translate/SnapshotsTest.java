// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.github.AccountType;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.ItemState;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.StateReason;
import dev.hallway.github.SubjectKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private static final String ISSUE = """
            {"id": 5000000001, "number": 12, "html_url": "https://github.com/o/r/issues/12", "title": "Read secrets",
             "body": "please", "state": "closed", "state_reason": "not_planned",
             "user": {"id": 7, "login": "ada", "type": "Bot"}, "author_association": "FIRST_TIMER",
             "labels": [{"name": "kind/wish"}, "plain", null], "reactions": {"total_count": 4},
             "created_at": "2020-02-12T00:00:00Z", "updated_at": "2020-02-21T10:00:00Z",
             "closed_at": "2020-02-21T09:59:59Z"}""";

    private static final String COMMENT = """
            {"id": 1, "issue_url": "https://api.github.com/repos/o/r/issues/12", "user": null, "body": "",
             "html_url": "https://github.com/o/r/pull/12#issuecomment-1", "author_association": "NONE",
             "created_at": "2020-02-12T00:00:00Z", "updated_at": "2020-02-12T00:00:00Z"}""";

    private final Snapshots snapshots = new Snapshots("O/R", Instant.parse("2024-01-01T00:00:00Z"));

    @Test
    void shouldTranslateAnIssue() {
        // When
        Issue issue = value(snapshots.issue(json(ISSUE)));

        // Then
        assertThat(issue.getRepository()).isEqualTo("O/R");
        assertThat(issue.getNumber()).isEqualTo(12);
        assertThat(issue.getId()).isEqualTo(5_000_000_001L);
        assertThat(issue.getState()).isEqualTo(ItemState.CLOSED);
        assertThat(issue.getStateReason()).isEqualTo(StateReason.NOT_PLANNED);
        assertThat(issue.getAuthor().getLogin()).isEqualTo("ada");
        assertThat(issue.getAuthor().getType()).isEqualTo(AccountType.BOT);
        assertThat(issue.getAuthorAssociation()).isEqualTo(AuthorAssociation.FIRST_TIMER);
        assertThat(issue.getLabels()).containsExactly("kind/wish", "plain");
        assertThat(issue.getReactions()).isEqualTo(4);
        assertThat(issue.getClosedAt()).isEqualTo(Instant.parse("2020-02-21T09:59:59Z"));
        assertThat(issue.getObservedAt()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    void shouldTakeValuesOfTomorrowAsUnknown() {
        // Given
        ObjectNode node = json(ISSUE)
                .put("state", "archived")
                .put("state_reason", "superseded")
                .put("author_association", "MASCOT");
        node.putObject("user").put("id", 7).put("login", "ada").put("type", "Agent");

        // When
        Issue issue = value(snapshots.issue(node));

        // Then
        assertThat(issue.getState()).isEqualTo(ItemState.UNKNOWN);
        assertThat(issue.getStateReason()).isEqualTo(StateReason.UNKNOWN);
        assertThat(issue.getAuthorAssociation()).isEqualTo(AuthorAssociation.UNKNOWN);
        assertThat(issue.getAuthor().getType()).isEqualTo(AccountType.UNKNOWN);
    }

    @Test
    void shouldPassTextsThroughUnharmed() {
        // Given
        String body = "x".repeat(65_530) + "\u0000\uD83D\uDE00\u202E";
        ObjectNode node = json(ISSUE).put("body", body).put("title", "<b>\u0000|\uD83D\uDE00");

        // When
        Issue issue = value(snapshots.issue(node));

        // Then
        assertThat(issue.getBody()).isEqualTo(body);
        assertThat(issue.getTitle()).isEqualTo("<b>\u0000|\uD83D\uDE00");
    }

    @Test
    void shouldKnowNoAuthorOfADeletedAccountAndNoEmptyBody() {
        // When
        Comment comment = value(snapshots.issueComment(json(COMMENT)));

        // Then
        assertThat(comment.getAuthor()).isNull();
        assertThat(comment.getBody()).isNull();
        assertThat(comment.getSubject()).isEqualTo(SubjectKind.PULL_REQUEST);
        assertThat(comment.getNumber()).isEqualTo(12);
    }

    @Test
    void shouldTellTheNumberOfACommentWithoutAPage() {
        // Given
        ObjectNode node = json(COMMENT);
        node.remove("html_url");

        // When
        Comment comment = value(snapshots.issueComment(node));

        // Then
        assertThat(comment.getNumber()).isEqualTo(12);
        assertThat(comment.getSubject()).isEqualTo(SubjectKind.UNKNOWN);
    }

    @Test
    void shouldTranslateAPullRequestOfTheList() {
        // Given
        ObjectNode node = json(ISSUE).put("merged_at", "2020-02-21T09:59:59Z").put("draft", true);
        node.putObject("base").put("ref", "main");

        // When
        PullRequest pull = value(snapshots.pullRequest(node));

        // Then
        assertThat(pull.getMergedAt()).isEqualTo(Instant.parse("2020-02-21T09:59:59Z"));
        assertThat(pull.getDraft()).isTrue();
        assertThat(pull.getBaseRef()).isEqualTo("main");
        assertThat(pull.getMergedBy()).isNull();
        assertThat(pull.getClosingReferences()).isNull();
    }

    @Test
    void shouldTranslateAReviewCommentWithItsThread() {
        // Given
        ObjectNode node = json(COMMENT)
                .put("pull_request_url", "https://host/api/v3/repos/o/r/pulls/34")
                .put("pull_request_review_id", 77)
                .put("in_reply_to_id", 78);

        // When
        Comment comment = value(snapshots.reviewComment(node));

        // Then
        assertThat(comment.getNumber()).isEqualTo(34);
        assertThat(comment.getReviewId()).isEqualTo(77);
        assertThat(comment.getInReplyToId()).isEqualTo(78);
    }

    @Test
    void shouldTranslateAPendingReviewWithoutATime() {
        // Given
        JsonNode node = json("{\"id\": 3, \"state\": \"PENDING\", \"user\": {\"id\": 7, \"login\": \"ada\"}}");

        // When
        Review review = value(snapshots.review(node, 9));

        // Then
        assertThat(review.getNumber()).isEqualTo(9);
        assertThat(review.getState()).isEqualTo(ReviewState.PENDING);
        assertThat(review.getSubmittedAt()).isNull();
    }

    @Test
    void shouldSayWhatAnEntityLacksAndWhereItStands() {
        // Given
        ObjectNode node = json(ISSUE).put("created_at", "yesterday");

        // When
        Translation<Issue> translation = snapshots.issue(node);

        // Then
        assertThat(translation)
                .isEqualTo(new Translation.Unreadable<>(
                        "issue #12", "'created_at' is not a time", Optional.of(Instant.parse("2020-02-21T10:00:00Z"))));
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
