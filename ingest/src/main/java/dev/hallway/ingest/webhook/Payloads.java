// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.contract.FactKey;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.Source;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import dev.hallway.service.forgotten.Withholding;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Pure functions from payloads to snapshots; the entities have the same shape as in the lists, so they are read the
 * same way.
 */
final class Payloads {

    private Payloads() {}

    /**
     * Reads one delivery of an event about an entity.
     *
     * @param repository name to record it under
     * @param withholding leaves out the accounts that were forgotten
     */
    static Content read(WebhookEvent event, JsonNode payload, String repository, Withholding withholding) {
        String action = payload.path("action").asText("");
        // Every snapshot gets its own time below.
        Snapshots snapshots = new Snapshots(repository, Instant.EPOCH, withholding);
        JsonNode issue = payload.path("issue");
        JsonNode pull = payload.path("pull_request");
        JsonNode comment = payload.path("comment");
        return switch (event) {
            case ISSUES ->
                Snapshots.isPullRequest(issue)
                        ? new Content.Unreadable(
                                "issue #" + issue.path("number").asText("?") + ": it is a pull request")
                        : then(Topics.ISSUES, snapshots.issue(issue), (topic, read) -> issue(topic, read, action));
            case ISSUE_COMMENT ->
                then(
                        Topics.COMMENTS,
                        snapshots.issueComment(comment),
                        (topic, read) -> comment(topic, read, "issue comment", action, issue));
            case PULL_REQUEST ->
                then(
                        Topics.PULL_REQUESTS,
                        snapshots.pullRequest(pull),
                        (topic, read) -> pullRequest(topic, read, action));
            case PULL_REQUEST_REVIEW ->
                then(
                        Topics.REVIEWS,
                        snapshots.review(
                                payload.path("review"), pull.path("number").asLong()),
                        (topic, read) -> review(topic, read, action, payload.path("review"), pull));
            case PULL_REQUEST_REVIEW_COMMENT ->
                then(
                        Topics.COMMENTS,
                        snapshots.reviewComment(comment),
                        (topic, read) -> comment(topic, read, "review comment", action, pull));
            case REPOSITORY, INSTALLATION, PING ->
                throw new IllegalArgumentException(event + " is about no entity that is recorded.");
        };
    }

    private static Content issue(Topic<String, Issue> topic, Issue read, String action) {
        PayloadTimes times = PayloadTimes.of(action, read.getUpdatedAt());
        Issue issue = Issue.newBuilder(read)
                .setSource(Source.WEBHOOK)
                .setDeleted(times.deleted())
                .setUpdatedAt(times.updatedAt())
                .setObservedAt(times.observedAt())
                .build();
        return fact(
                "issue #" + issue.getNumber(),
                topic,
                issue,
                FactKey::of,
                issue.getNumber(),
                times.updatedAt(),
                read.getUpdatedAt());
    }

    private static Content pullRequest(Topic<String, PullRequest> topic, PullRequest read, String action) {
        PayloadTimes times = PayloadTimes.of(action, read.getUpdatedAt());
        PullRequest pull = PullRequest.newBuilder(read)
                .setSource(Source.WEBHOOK)
                .setObservedAt(times.observedAt())
                .build();
        return fact(
                "pull request #" + pull.getNumber(),
                topic,
                pull,
                FactKey::of,
                pull.getNumber(),
                pull.getUpdatedAt(),
                pull.getUpdatedAt());
    }

    private static Content comment(
            Topic<String, Comment> topic, Comment read, String kind, String action, JsonNode item) {
        PayloadTimes times = PayloadTimes.of(action, read.getUpdatedAt());
        Comment comment = Comment.newBuilder(read)
                .setSource(Source.WEBHOOK)
                .setDeleted(times.deleted())
                .setUpdatedAt(times.updatedAt())
                .setObservedAt(times.observedAt())
                .build();
        return fact(
                kind + " " + comment.getId(),
                topic,
                comment,
                FactKey::of,
                comment.getNumber(),
                times.updatedAt(),
                PayloadTimes.latest(item, "updated_at", read.getUpdatedAt()));
    }

    private static Content review(
            Topic<String, Review> topic, Review read, String action, JsonNode node, JsonNode pull) {
        Instant submittedAt = read.getSubmittedAt();
        if (submittedAt == null) {
            return new Content.Unreadable("review " + read.getId() + ": 'submitted_at' is not a time");
        }
        Instant pullUpdatedAt = PayloadTimes.latest(pull, "updated_at", submittedAt);
        Instant latest = PayloadTimes.latest(node, "updated_at", pullUpdatedAt);
        Review review = Review.newBuilder(read)
                .setSource(Source.WEBHOOK)
                .setObservedAt(PayloadTimes.of(action, latest).observedAt())
                .build();
        return fact(
                "review " + review.getId() + " of #" + review.getNumber(),
                topic,
                review,
                FactKey::of,
                review.getNumber(),
                submittedAt,
                pullUpdatedAt);
    }

    private static <V extends SpecificRecord> Content fact(
            String subject,
            Topic<String, V> topic,
            V value,
            Function<V, FactKey> key,
            long number,
            Instant timestamp,
            Instant itemUpdatedAt) {
        if (number < 1) {
            return new Content.Unreadable(subject + ": its item's number is not 1 or more");
        }
        String recordKey = key.apply(value).toString();
        return new Content.Fact(subject, new OutgoingRecord<>(topic, recordKey, value, timestamp), itemUpdatedAt);
    }

    private static <T extends SpecificRecord> Content then(
            Topic<String, T> topic, Translation<T> translation, BiFunction<Topic<String, T>, T, Content> next) {
        if (translation instanceof Translation.Read<T> read) {
            return PayloadTimes.implausible(read.value())
                    .<Content>map(field -> new Content.Unreadable("'" + field + "' is not a time GitHub can give"))
                    .orElseGet(() -> next.apply(topic, read.value()));
        }
        Translation.Unreadable<T> unreadable = (Translation.Unreadable<T>) translation;
        return new Content.Unreadable(unreadable.subject() + ": " + unreadable.reason());
    }
}
