// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.translate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.contract.ItemKey;
import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.ItemState;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.Source;
import dev.hallway.ingest.translate.JsonFields.MissingFieldException;
import dev.hallway.service.forgotten.Withholding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots from GitHub's GraphQL API: the same entities with the same ids and authors as from REST, and a few facts more.
 *
 * @param repository {@code owner/repo} in GitHub's case
 * @param observedAt when GitHub showed them, by its own clock
 * @param withholding leaves out the accounts that were forgotten
 */
public record GraphQlSnapshots(String repository, Instant observedAt, Withholding withholding) {

    private static final String BOT_SUFFIX = "[bot]";

    /** A {@code PullRequest} with its labels, {@code closingIssuesReferences} and {@code READY_FOR_REVIEW_EVENT}. */
    public Translation<PullRequest> pullRequest(JsonNode node) {
        return Snapshots.read("pull request #" + node.path("number").asText("?"), node, () -> PullRequest.newBuilder()
                        .setRepository(repository)
                        .setNumber(JsonFields.number(node, "number"))
                        .setId(id(node))
                        .setHtmlUrl(JsonFields.text(node, "url"))
                        .setTitle(JsonFields.textOrEmpty(node, "title"))
                        .setBody(JsonFields.body(node))
                        .setState(state(node))
                        .setAuthor(actor(node, "author"))
                        .setAuthorAssociation(association(node))
                        .setLabels(labels(node))
                        .setCreatedAt(JsonFields.time(node, "createdAt"))
                        .setUpdatedAt(JsonFields.time(node, "updatedAt"))
                        .setClosedAt(JsonFields.timeOrNull(node, "closedAt"))
                        .setMergedAt(JsonFields.timeOrNull(node, "mergedAt"))
                        .setDraft(node.path("isDraft").asBoolean(false))
                        .setBaseRef(JsonFields.textOrEmpty(node, "baseRefName"))
                        .setMergedBy(actor(node, "mergedBy"))
                        .setClosingReferences(closingReferences(node))
                        .setReadyForReviewAt(readyForReviewAt(node))
                        .setSource(Source.GRAPHQL)
                        .setObservedAt(observedAt)
                        .build())
                .map(withholding::without);
    }

    /** A {@code PullRequestReview}. */
    public Translation<Review> review(JsonNode node, long number) {
        String subject = "review " + node.path("fullDatabaseId").asText("?") + " of #" + number;
        return Snapshots.read(subject, node, () -> Review.newBuilder()
                        .setRepository(repository)
                        .setNumber(number)
                        .setId(id(node))
                        .setAuthor(actor(node, "author"))
                        .setAuthorAssociation(association(node))
                        .setState(JsonFields.constant(
                                ReviewState.class, JsonFields.textOrEmpty(node, "state"), ReviewState.UNKNOWN))
                        .setBody(JsonFields.body(node))
                        .setSubmittedAt(JsonFields.timeOrNull(node, "submittedAt"))
                        .setSource(Source.GRAPHQL)
                        .setObservedAt(observedAt)
                        .build())
                .map(withholding::without);
    }

    /** REST's id, which GitHub sends as a string because it may need more than 32 bits. */
    private static long id(JsonNode node) {
        String id = JsonFields.textOrEmpty(node, "fullDatabaseId");
        if (!id.matches("[0-9]{1,18}")) {
            throw new MissingFieldException("'fullDatabaseId' is not a number");
        }
        return Long.parseLong(id);
    }

    /** Null for a deleted account. The login of a bot lacks the suffix that it has in REST. */
    private static @Nullable Account actor(JsonNode node, String field) {
        JsonNode actor = node.path(field);
        if (!actor.isObject()) {
            return null;
        }
        AccountType type = JsonFields.constant(
                AccountType.class, JsonFields.textOrEmpty(actor, "__typename"), AccountType.UNKNOWN);
        String login = JsonFields.text(actor, "login");
        boolean suffixed = login.toLowerCase(Locale.ROOT).endsWith(BOT_SUFFIX);
        return Account.newBuilder()
                .setId(JsonFields.number(actor, "databaseId"))
                .setLogin(type == AccountType.BOT && !suffixed ? login + BOT_SUFFIX : login)
                .setType(type)
                .build();
    }

    /** REST knows only two states. */
    private static ItemState state(JsonNode node) {
        String state = JsonFields.textOrEmpty(node, "state");
        return JsonFields.constant(ItemState.class, state.equals("MERGED") ? "CLOSED" : state, ItemState.UNKNOWN);
    }

    private static AuthorAssociation association(JsonNode node) {
        String association = JsonFields.textOrEmpty(node, "authorAssociation");
        return JsonFields.constant(AuthorAssociation.class, association, AuthorAssociation.UNKNOWN);
    }

    private static List<String> labels(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.path("labels").path("nodes").forEach(label -> names.add(JsonFields.text(label, "name")));
        return names;
    }

    private static List<String> closingReferences(JsonNode node) {
        JsonNode issues = node.path("closingIssuesReferences").path("nodes");
        if (!issues.isArray()) {
            throw new MissingFieldException("'closingIssuesReferences' is not a list");
        }
        List<String> references = new ArrayList<>();
        for (JsonNode issue : issues) {
            references.add(itemKey(
                    JsonFields.text(issue.path("repository"), "nameWithOwner"), JsonFields.number(issue, "number")));
        }
        return references;
    }

    private static String itemKey(String repository, long number) {
        try {
            return new ItemKey(repository, number).toString();
        } catch (IllegalArgumentException notAnItem) {
            throw new MissingFieldException("'closingIssuesReferences' holds no item: " + notAnItem.getMessage());
        }
    }

    private static @Nullable Instant readyForReviewAt(JsonNode node) {
        JsonNode events = node.path("timelineItems").path("nodes");
        return Optional.ofNullable(events.get(events.size() - 1))
                .map(event -> JsonFields.timeOrNull(event, "createdAt"))
                .orElse(null);
    }
}
