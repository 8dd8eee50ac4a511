// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.translate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Issue;
import dev.hallway.github.ItemState;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.Source;
import dev.hallway.github.StateReason;
import dev.hallway.github.SubjectKind;
import dev.hallway.ingest.translate.JsonFields.MissingFieldException;
import dev.hallway.service.forgotten.Withholding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of entities as GitHub showed them at one moment.
 *
 * @param repository {@code owner/repo} in GitHub's case
 * @param observedAt when GitHub showed them, by its own clock
 * @param withholding leaves out the accounts that were forgotten
 */
public record Snapshots(String repository, Instant observedAt, Withholding withholding) {

    /** The same where nobody was forgotten. */
    public Snapshots(String repository, Instant observedAt) {
        this(repository, observedAt, Withholding.NOBODY);
    }

    /** Whether an entry of {@code /issues} is a pull request, which {@code /pulls} shows in full. */
    public static boolean isPullRequest(JsonNode issue) {
        return issue.hasNonNull("pull_request");
    }

    /** An entry of {@code /issues} that is not a pull request. */
    public Translation<Issue> issue(JsonNode node) {
        return read("issue #" + node.path("number").asText("?"), node, () -> Issue.newBuilder()
                        .setRepository(repository)
                        .setNumber(JsonFields.number(node, "number"))
                        .setId(JsonFields.number(node, "id"))
                        .setHtmlUrl(JsonFields.text(node, "html_url"))
                        .setTitle(JsonFields.textOrEmpty(node, "title"))
                        .setBody(JsonFields.body(node))
                        .setState(state(node))
                        .setAuthor(JsonFields.account(node, "user"))
                        .setAuthorAssociation(JsonFields.association(node))
                        .setLabels(JsonFields.labels(node))
                        .setCreatedAt(JsonFields.time(node, "created_at"))
                        .setUpdatedAt(JsonFields.time(node, "updated_at"))
                        .setClosedAt(JsonFields.timeOrNull(node, "closed_at"))
                        .setStateReason(stateReason(node))
                        .setReactions(node.path("reactions").path("total_count").asInt(0))
                        .setSource(Source.REST)
                        .setObservedAt(observedAt)
                        .build())
                .map(withholding::without);
    }

    /** An entry of {@code /pulls}. */
    public Translation<PullRequest> pullRequest(JsonNode node) {
        return read("pull request #" + node.path("number").asText("?"), node, () -> PullRequest.newBuilder()
                        .setRepository(repository)
                        .setNumber(JsonFields.number(node, "number"))
                        .setId(JsonFields.number(node, "id"))
                        .setHtmlUrl(JsonFields.text(node, "html_url"))
                        .setTitle(JsonFields.textOrEmpty(node, "title"))
                        .setBody(JsonFields.body(node))
                        .setState(state(node))
                        .setAuthor(JsonFields.account(node, "user"))
                        .setAuthorAssociation(JsonFields.association(node))
                        .setLabels(JsonFields.labels(node))
                        .setCreatedAt(JsonFields.time(node, "created_at"))
                        .setUpdatedAt(JsonFields.time(node, "updated_at"))
                        .setClosedAt(JsonFields.timeOrNull(node, "closed_at"))
                        .setMergedAt(JsonFields.timeOrNull(node, "merged_at"))
                        .setDraft(node.path("draft").asBoolean(false))
                        .setBaseRef(JsonFields.textOrEmpty(node.path("base"), "ref"))
                        .setMergedBy(JsonFields.account(node, "merged_by"))
                        .setSource(Source.REST)
                        .setObservedAt(observedAt)
                        .build())
                .map(withholding::without);
    }

    /** An entry of {@code /issues/comments}; only its web address says which item it belongs to. */
    public Translation<Comment> issueComment(JsonNode node) {
        return read("issue comment " + node.path("id").asText("?"), node, () -> {
                    String page = JsonFields.textOrEmpty(node, "html_url");
                    boolean placed = page.contains("/issues/") || page.contains("/pull/");
                    SubjectKind subject = page.contains("/pull/") ? SubjectKind.PULL_REQUEST : SubjectKind.ISSUE;
                    long number = placed
                            ? JsonFields.itemNumber(page, "html_url")
                            : JsonFields.itemNumber(JsonFields.text(node, "issue_url"), "issue_url");
                    return comment(node, CommentKind.ISSUE_COMMENT, number, placed ? subject : SubjectKind.UNKNOWN)
                            .build();
                })
                .map(withholding::without);
    }

    /** An entry of {@code /pulls/comments}. */
    public Translation<Comment> reviewComment(JsonNode node) {
        return read("review comment " + node.path("id").asText("?"), node, () -> comment(
                                node,
                                CommentKind.REVIEW_COMMENT,
                                JsonFields.itemNumber(JsonFields.text(node, "pull_request_url"), "pull_request_url"),
                                SubjectKind.PULL_REQUEST)
                        .setReviewId(JsonFields.numberOrNull(node, "pull_request_review_id"))
                        .setInReplyToId(JsonFields.numberOrNull(node, "in_reply_to_id"))
                        .build())
                .map(withholding::without);
    }

    /** An entry of {@code /pulls/NUMBER/reviews}. */
    public Translation<Review> review(JsonNode node, long number) {
        return read("review " + node.path("id").asText("?") + " of #" + number, node, () -> Review.newBuilder()
                        .setRepository(repository)
                        .setNumber(number)
                        .setId(JsonFields.number(node, "id"))
                        .setAuthor(JsonFields.account(node, "user"))
                        .setAuthorAssociation(JsonFields.association(node))
                        .setState(JsonFields.constant(
                                ReviewState.class, JsonFields.textOrEmpty(node, "state"), ReviewState.UNKNOWN))
                        .setBody(JsonFields.body(node))
                        .setSubmittedAt(JsonFields.timeOrNull(node, "submitted_at"))
                        .setSource(Source.REST)
                        .setObservedAt(observedAt)
                        .build())
                .map(withholding::without);
    }

    /** The answer to {@code /repos/OWNER/NAME}; its completeness is added later. */
    public static Translation<Repository> repository(JsonNode node, Instant observedAt) {
        return read("repository", node, () -> Repository.newBuilder()
                .setId(JsonFields.number(node, "id"))
                .setFullName(JsonFields.repositoryName(node, "full_name"))
                .setHtmlUrl(JsonFields.text(node, "html_url"))
                .setPreviousNames(List.of())
                .setDefaultBranch(JsonFields.textOrEmpty(node, "default_branch"))
                .setVisibility(visibility(node))
                .setArchived(node.path("archived").asBoolean(false))
                .setCreatedAt(JsonFields.time(node, "created_at"))
                .setHistoryComplete(false)
                .setHasIssues(JsonFields.flagOrNull(node, "has_issues"))
                .setHasPullRequests(JsonFields.flagOrNull(node, "has_pull_requests"))
                .setSource(Source.REST)
                .setObservedAt(observedAt)
                .build());
    }

    private Comment.Builder comment(JsonNode node, CommentKind kind, long number, SubjectKind subject) {
        return Comment.newBuilder()
                .setRepository(repository)
                .setNumber(number)
                .setId(JsonFields.number(node, "id"))
                .setKind(kind)
                .setSubject(subject)
                .setAuthor(JsonFields.account(node, "user"))
                .setAuthorAssociation(JsonFields.association(node))
                .setBody(JsonFields.body(node))
                .setCreatedAt(JsonFields.time(node, "created_at"))
                .setUpdatedAt(JsonFields.time(node, "updated_at"))
                .setSource(Source.REST)
                .setObservedAt(observedAt);
    }

    private static ItemState state(JsonNode node) {
        return JsonFields.constant(ItemState.class, JsonFields.textOrEmpty(node, "state"), ItemState.UNKNOWN);
    }

    private static @Nullable StateReason stateReason(JsonNode node) {
        String reason = JsonFields.textOrEmpty(node, "state_reason");
        boolean told = node.hasNonNull("state_reason");
        return told ? JsonFields.constant(StateReason.class, reason, StateReason.UNKNOWN) : null;
    }

    /** Older servers show only whether it is private. */
    private static String visibility(JsonNode node) {
        if (node.hasNonNull("visibility")) {
            return JsonFields.textOrEmpty(node, "visibility").toLowerCase(Locale.ROOT);
        }
        if (!node.hasNonNull("private")) {
            return "";
        }
        return node.path("private").asBoolean() ? "private" : "public";
    }

    static <T> Translation<T> read(String subject, JsonNode node, Supplier<T> reader) {
        try {
            return new Translation.Read<>(reader.get());
        } catch (MissingFieldException missing) {
            return new Translation.Unreadable<>(subject, String.valueOf(missing.getMessage()), updatedAt(node));
        }
    }

    private static Optional<Instant> updatedAt(JsonNode unreadable) {
        try {
            return Optional.ofNullable(JsonFields.timeOrNull(unreadable, "updated_at"));
        } catch (MissingFieldException noTime) {
            return Optional.empty();
        }
    }
}
