// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.Source;
import dev.hallway.github.SubjectKind;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.Write;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import dev.hallway.service.forgotten.Forgotten;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReceiverTest {

    private static final Instant AT = Instant.parse("2024-09-01T12:00:00Z");

    private final InMemoryFacts facts = new InMemoryFacts();
    private final List<String> changed = new ArrayList<>();
    private final DeliveryReceiver receiver = new DeliveryReceiver(
            (id, name) -> id == Payload.REPOSITORY_ID ? Optional.of(Payload.REPOSITORY) : Optional.empty(),
            facts,
            new DeliveryListener() {
                @Override
                public void repositoryChanged(String repository) {
                    changed.add(repository);
                }
            });

    @Test
    void shouldRecordAnIssue() {
        // Given
        ObjectNode payload = Payload.issue("closed", 12, AT);
        ((ObjectNode) payload.path("issue")).put("state", "closed").put("closed_at", AT.toString());

        // When
        DeliveryOutcome outcome = receive("issues", payload);

        // Then
        assertThat(outcome).isEqualTo(new DeliveryOutcome.Recorded("issue #12", "Hall/Way"));
        OutgoingRecord<?> record = facts.log().get(0);
        Issue issue = (Issue) record.value();
        assertThat(record.topic()).isEqualTo(Topics.ISSUES);
        assertThat(record.key()).isEqualTo("hall/way#12|webhook");
        assertThat(issue.getRepository()).isEqualTo("Hall/Way");
        assertThat(issue.getSource()).isEqualTo(Source.WEBHOOK);
        assertThat(issue.getUpdatedAt()).isEqualTo(AT);
        assertThat(issue.getClosedAt()).isEqualTo(AT);
        assertThat(issue.getDeleted()).isFalse();
    }

    @Test
    void shouldRecordAPullRequestWithWhoMergedIt() {
        // Given
        ObjectNode payload = Payload.pullRequest("closed", 34, AT);
        ObjectNode pull = (ObjectNode) payload.path("pull_request");
        pull.put("state", "closed").put("merged_at", AT.toString());
        pull.putObject("merged_by").put("id", 8).put("login", "bela").put("type", "User");

        // When
        receive("pull_request", payload);

        // Then
        PullRequest merged = facts.values(PullRequest.class).get(0);
        assertThat(merged.getMergedAt()).isEqualTo(AT);
        assertThat(merged.getMergedBy().getLogin()).isEqualTo("bela");
        assertThat(merged.getClosingReferences()).isNull();
        assertThat(merged.getSource()).isEqualTo(Source.WEBHOOK);
    }

    @Test
    void shouldRecordACommentOfAnIssue() {
        // When
        receive("issue_comment", Payload.issueComment("created", 12, 5, AT));

        // Then
        Comment comment = facts.values(Comment.class).get(0);
        assertThat(comment.getKind()).isEqualTo(CommentKind.ISSUE_COMMENT);
        assertThat(comment.getSubject()).isEqualTo(SubjectKind.ISSUE);
        assertThat(comment.getNumber()).isEqualTo(12);
        assertThat(comment.getId()).isEqualTo(5);
    }

    @Test
    void shouldRecordAReviewCommentWithItsThread() {
        // When
        receive("pull_request_review_comment", Payload.reviewComment("created", 34, 6, AT));

        // Then
        Comment comment = facts.values(Comment.class).get(0);
        assertThat(comment.getKind()).isEqualTo(CommentKind.REVIEW_COMMENT);
        assertThat(comment.getNumber()).isEqualTo(34);
        assertThat(comment.getReviewId()).isEqualTo(500);
        assertThat(comment.getInReplyToId()).isEqualTo(400);
    }

    @Test
    void shouldRecordAReviewBelowItsPullRequest() {
        // When
        receive("pull_request_review", Payload.review("submitted", 34, 500, "changes_requested", AT));

        // Then
        Review review = facts.values(Review.class).get(0);
        assertThat(review.getNumber()).isEqualTo(34);
        assertThat(review.getState()).isEqualTo(ReviewState.CHANGES_REQUESTED);
        assertThat(review.getSubmittedAt()).isEqualTo(Payload.CREATED);
        assertThat(review.getSource()).isEqualTo(Source.WEBHOOK);
        assertThat(review.getObservedAt()).isEqualTo(AT.plusMillis(1));
    }

    @Test
    void shouldRecordAReviewAsThePollReadsIt() {
        // Given
        ObjectNode payload = Payload.review("submitted", 34, 500, "approved", AT);
        ObjectNode listed = payload.path("review").<ObjectNode>deepCopy().put("state", "APPROVED");
        Translation<Review> polled = new Snapshots(Payload.REPOSITORY, AT).review(listed, 34);

        // When
        receive("pull_request_review", payload);

        // Then
        Review delivered = Review.newBuilder(facts.values(Review.class).get(0))
                .setSource(Source.REST)
                .setObservedAt(AT)
                .build();
        assertThat(polled).isEqualTo(new Translation.Read<>(delivered));
    }

    @ParameterizedTest
    @CsvSource({
        "issues, deleted",
        "issues, transferred",
        "issue_comment, deleted",
        "pull_request_review_comment, deleted"
    })
    void shouldRecordADeletionAsLaterThanAnythingGitHubShowed(String event, String action) {
        // Given
        ObjectNode payload =
                switch (event) {
                    case "issues" -> Payload.issue(action, 12, AT);
                    case "issue_comment" -> Payload.issueComment(action, 12, 5, AT);
                    default -> Payload.reviewComment(action, 34, 6, AT);
                };

        // When
        receive(event, payload);

        // Then
        Object value = facts.log().get(0).value();
        boolean deleted = value instanceof Issue issue ? issue.getDeleted() : ((Comment) value).getDeleted();
        Instant updatedAt = value instanceof Issue issue ? issue.getUpdatedAt() : ((Comment) value).getUpdatedAt();
        assertThat(deleted).isTrue();
        assertThat(updatedAt).isAfter(AT).isBefore(AT.plusSeconds(1));
    }

    @Test
    void shouldSayTheSameWheneverTheSameDeliveryComes() {
        // Given
        ObjectNode payload = Payload.issue("labeled", 12, AT);
        receive("issues", payload);

        // When
        receive("issues", payload);

        // Then
        assertThat(facts.log()).hasSize(2);
        assertThat(facts.log().get(1)).isEqualTo(facts.log().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "installation"})
    void shouldAcknowledgeWhatHoldsNoFact(String event) {
        // When
        DeliveryOutcome outcome = receive(event, Payload.payload("created"));

        // Then
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Noted.class);
        assertThat(facts.log()).isEmpty();
    }

    @Test
    void shouldAskThePollForARenamedRepository() {
        // When
        DeliveryOutcome outcome = receive("repository", Payload.renamed("Hall/Corridor"));

        // Then
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Noted.class);
        assertThat(changed).containsExactly("Hall/Way");
        assertThat(facts.log()).isEmpty();
    }

    @Test
    void shouldKeepToTheRecordedNameUntilThePollHasSeenTheNewOne() {
        // Given
        ObjectNode payload = Payload.issue("opened", 12, AT);
        ((ObjectNode) payload.path("repository")).put("full_name", "Hall/Corridor");

        // When
        receive("issues", payload);

        // Then
        assertThat(facts.log()).extracting(OutgoingRecord::key).containsExactly("hall/way#12|webhook");
    }

    @Test
    void shouldRecordWhatSomebodyWhoWasForgottenDoesAsNobodys() {
        // Given
        ObjectNode payload = Payload.issue("opened", 12, AT);
        JsonNode author = payload.path("issue").path("user");
        String login = author.path("login").asText();
        ((ObjectNode) payload.path("issue")).put("body", "I am @" + login + ".");
        receiver.withhold(
                Forgotten.NOBODY.and(List.of(login), List.of(author.path("id").asLong())));

        // When
        receive("issues", payload);

        // Then
        Issue issue = (Issue) facts.log().get(0).value();
        assertThat(issue.getAuthor()).isNull();
        assertThat(issue.getBody()).isEqualTo("I am @ghost.");
    }

    @Test
    void shouldRefuseEventsThatAreNotRecorded() {
        // When
        DeliveryOutcome outcome = receive("star", Payload.payload("created"));

        // Then
        assertThat(outcome).isInstanceOfSatisfying(DeliveryOutcome.Refused.class, refused -> {
            assertThat(refused.rule()).isEqualTo(DeliveryOutcome.Rule.UNWANTED_EVENT);
            assertThat(refused.reason()).contains("'star'", "untick");
        });
    }

    @Test
    void shouldRefuseRepositoriesThatAreNotRead() {
        // Given
        ObjectNode payload = Payload.issue("opened", 12, AT);
        ((ObjectNode) payload.path("repository")).put("id", 78).put("full_name", "Some/Body");

        // When
        DeliveryOutcome outcome = receive("issues", payload);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(DeliveryOutcome.Refused.class, refused -> {
            assertThat(refused.rule()).isEqualTo(DeliveryOutcome.Rule.UNKNOWN_REPOSITORY);
            assertThat(refused.reason()).contains("Some/Body");
        });
        assertThat(facts.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{} {}",
                "{}",
                "{\"repository\": {\"id\": 77}}",
                "{\"repository\": {\"id\": \"77\", \"full_name\": \"Hall/Way\"}}",
                "{\"repository\": {\"id\": 77, \"full_name\": \"../../etc\"}, \"action\": \"opened\"}",
                "{\"repository\": {\"id\": 77, \"full_name\": \"Hall/Way\"}}",
                "{\"repository\": {\"id\": 77, \"full_name\": \"Hall/Way\"}, \"action\": \"opened\"}",
                "{\"repository\": {\"id\": 77, \"full_name\": \"Hall/Way\"}, \"action\": \"opened\", \"issue\": []}"
            })
    void shouldRefuseWhatHasNotTheShapeThatGitHubDocuments(String payload) {
        // When
        DeliveryOutcome outcome = receiver.receive("issues", payload.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(outcome).isInstanceOfSatisfying(DeliveryOutcome.Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(DeliveryOutcome.Rule.UNREADABLE));
        assertThat(facts.log()).isEmpty();
    }

    @Test
    void shouldRefuseJsonThatIsTooDeepToRead() {
        // Given
        String deep = "{\"a\":".repeat(200_000);

        // When
        DeliveryOutcome outcome = receiver.receive("issues", deep.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "updated_at, 0001-01-01T00:00:00Z",
        "updated_at, +999999999-01-01T00:00:00Z",
        "created_at, 9999-01-01T00:00:00Z",
        "closed_at, +1000000-01-01T00:00:00Z",
        "html_url, ",
        "updated_at, yesterday"
    })
    void shouldRefuseFieldsThatCannotBeGitHubs(String field, String value) {
        // Given
        ObjectNode payload = Payload.issue("opened", 12, AT);
        ((ObjectNode) payload.path("issue")).put(field, value);

        // When
        DeliveryOutcome outcome = receive("issues", payload);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(DeliveryOutcome.Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(DeliveryOutcome.Rule.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -12})
    void shouldRefuseNumbersThatNoItemHas(long number) {
        // When
        DeliveryOutcome outcome = receive("issues", Payload.issue("opened", number, AT));

        // Then
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Refused.class);
    }

    @Test
    void shouldRefuseAPullRequestAmongIssues() {
        // Given
        ObjectNode payload = Payload.issue("opened", 12, AT);
        ((ObjectNode) payload.path("issue")).putObject("pull_request");

        // When
        DeliveryOutcome outcome = receive("issues", payload);

        // Then
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Refused.class);
    }

    @Test
    void shouldPromiseNothingWhileKafkaIsAway() {
        // Given
        facts.answerWith(new Write.Unavailable("Kafka is away."));

        // When
        DeliveryOutcome outcome = receive("issues", Payload.issue("opened", 12, AT));

        // Then
        assertThat(outcome).isEqualTo(new DeliveryOutcome.Unavailable("Kafka is away."));
    }

    @Test
    void shouldRefuseWhatKafkaTakesNever() {
        // Given
        facts.answerWith(new Write.TooLarge());

        // When
        DeliveryOutcome outcome = receive("issues", Payload.issue("opened", 12, AT));

        // Then
        assertThat(outcome).isInstanceOfSatisfying(DeliveryOutcome.Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(DeliveryOutcome.Rule.TOO_LARGE));
    }

    private DeliveryOutcome receive(String event, ObjectNode payload) {
        return receiver.receive(event, Payload.bytes(payload));
    }
}
