// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities in the forms of GitHub's REST API, as far as readers of lists see them. */
final class JsonForms {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    // A pull request in /issues carries the id of its issue, which is never the pull request's own.
    private static final long ISSUE_ID_OF_A_PULL = 10_000_000_000L;

    private final String api;
    private final String web;

    JsonForms(String api, String web) {
        this.api = api;
        this.web = web;
    }

    ObjectNode repository(RepositoryProfile profile) {
        String fullName = profile.fullName();
        return NODES.objectNode()
                .put("id", profile.id())
                .put("name", fullName.substring(fullName.indexOf('/') + 1))
                .put("full_name", fullName)
                .put("private", false)
                .put("visibility", "public")
                .put("archived", false)
                .put("html_url", web + "/" + fullName)
                .put("url", api + "/repos/" + fullName)
                .put("default_branch", profile.defaultBranch())
                .put("created_at", time(profile.createdAt()));
    }

    ArrayNode list(RepositoryProfile profile, List<Entity> page, boolean amongIssues) {
        ArrayNode list = NODES.arrayNode();
        page.forEach(entity -> list.add(entity(profile, entity, amongIssues)));
        return list;
    }

    ObjectNode entity(RepositoryProfile profile, Entity entity, boolean amongIssues) {
        String name = profile.fullName();
        if (entity instanceof Entity.Issue issue) {
            return issue(name, issue);
        }
        if (entity instanceof Entity.PullRequest pull) {
            return amongIssues ? pullAmongIssues(name, pull) : pull(name, pull);
        }
        if (entity instanceof Entity.IssueComment comment) {
            return common(comment.author(), comment.association(), comment.body(), comment)
                    .put("issue_url", api + "/repos/" + name + "/issues/" + comment.number());
        }
        if (entity instanceof Entity.ReviewComment comment) {
            return reviewComment(name, comment);
        }
        Entity.Review review = (Entity.Review) entity;
        ObjectNode node = common(review.author(), review.association(), review.body(), review);
        node.remove(List.of("created_at", "updated_at"));
        if (!review.state().equals("PENDING")) {
            node.put("submitted_at", time(review.submittedAt()));
        }
        return node.put("state", review.state())
                .put("html_url", web + "/" + name + "/pull/" + review.number() + "#pullrequestreview-" + review.id());
    }

    /** Only the html_url of an issue comment shows whether it belongs to an issue or a pull request. */
    void nameSubject(ObjectNode comment, String name, Entity of, boolean pull) {
        comment.put(
                "html_url",
                web + "/" + name + (pull ? "/pull/" : "/issues/") + of.number() + "#issuecomment-" + of.id());
    }

    private ObjectNode issue(String name, Entity.Issue issue) {
        ObjectNode node = common(issue.author(), issue.association(), issue.body(), issue)
                .put("number", issue.number())
                .put("title", issue.title())
                .put("state", issue.closedAt() == null ? "open" : "closed")
                .put("state_reason", issue.stateReason())
                .put("closed_at", time(issue.closedAt()))
                .put("html_url", web + "/" + name + "/issues/" + issue.number());
        node.set("labels", labels(issue.labels()));
        node.putObject("reactions").put("total_count", 0);
        return node;
    }

    private ObjectNode pullAmongIssues(String name, Entity.PullRequest pull) {
        ObjectNode node = pull(name, pull).put("id", pull.id() + ISSUE_ID_OF_A_PULL);
        node.remove(List.of("base", "merged_at"));
        node.putObject("pull_request").put("merged_at", time(pull.mergedAt()));
        return node;
    }

    private ObjectNode pull(String name, Entity.PullRequest pull) {
        ObjectNode node = common(pull.author(), pull.association(), pull.body(), pull)
                .put("number", pull.number())
                .put("title", pull.title())
                .put("state", pull.closedAt() == null ? "open" : "closed")
                .put("closed_at", time(pull.closedAt()))
                .put("merged_at", time(pull.mergedAt()))
                .put("draft", pull.draft())
                .put("html_url", web + "/" + name + "/pull/" + pull.number());
        node.set("labels", labels(pull.labels()));
        node.putObject("base").put("ref", pull.baseRef());
        return node;
    }

    private ObjectNode reviewComment(String name, Entity.ReviewComment comment) {
        ObjectNode node = common(comment.author(), comment.association(), comment.body(), comment)
                .put("pull_request_review_id", comment.reviewId())
                .put("pull_request_url", api + "/repos/" + name + "/pulls/" + comment.number())
                .put("html_url", web + "/" + name + "/pull/" + comment.number() + "#discussion_r" + comment.id());
        if (comment.inReplyToId() != null) {
            node.put("in_reply_to_id", comment.inReplyToId());
        }
        return node;
    }

    private ObjectNode common(@Nullable Account author, String association, @Nullable String body, Entity entity) {
        ObjectNode node = NODES.objectNode();
        node.put("id", entity.id());
        node.set("user", author == null ? NODES.nullNode() : account(author));
        return node.put("author_association", association)
                .put("body", body)
                .put("created_at", time(entity.createdAt()))
                .put("updated_at", time(entity.updatedAt()));
    }

    private ObjectNode account(Account account) {
        return NODES.objectNode()
                .put("id", account.id())
                .put("login", account.login())
                .put("type", account.type());
    }

    private ArrayNode labels(List<String> names) {
        ArrayNode labels = NODES.arrayNode();
        names.forEach(name -> labels.addObject().put("name", name));
        return labels;
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
