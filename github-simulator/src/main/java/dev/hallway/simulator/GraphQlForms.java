// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Entities in the forms of GitHub's GraphQL API: maps from the names of the schema's fields to values. */
final class GraphQlForms {

    /** Which object type a map is, where a field may hold several. */
    static final String TYPE = "__typename";

    private static final String BOT_SUFFIX = "[bot]";

    private final String web;

    GraphQlForms(String web) {
        this.web = web;
    }

    Map<String, Object> repository(SimulatedRepository repository) {
        return fields(
                "databaseId",
                repository.profile().id(),
                "nameWithOwner",
                repository.profile().fullName());
    }

    Map<String, Object> pull(SimulatedRepository repository, Entity.PullRequest pull) {
        PullRequestExtras extras = repository.extrasOf(pull.number());
        String state = pull.mergedAt() != null ? "MERGED" : pull.closedAt() != null ? "CLOSED" : "OPEN";
        Map<String, Object> fields = remark(pull.author(), pull.association(), pull.body(), pull);
        fields.putAll(fields(
                "number", pull.number(),
                "title", pull.title(),
                "url", web + "/" + repository.profile().fullName() + "/pull/" + pull.number(),
                "state", state,
                "isDraft", pull.draft(),
                "baseRefName", pull.baseRef(),
                "createdAt", time(pull.createdAt()),
                "updatedAt", time(pull.updatedAt()),
                "closedAt", time(pull.closedAt()),
                "mergedAt", time(pull.mergedAt()),
                "mergedBy", actor(extras.mergedBy())));
        return fields;
    }

    Map<String, Object> review(SimulatedRepository repository, Entity.Review review) {
        boolean pending = review.state().equals("PENDING");
        Map<String, Object> fields = remark(review.author(), review.association(), review.body(), review);
        String page = web + "/" + repository.profile().fullName() + "/pull/" + review.number();
        fields.putAll(fields(
                "state",
                review.state(),
                "submittedAt",
                pending ? null : time(review.submittedAt()),
                "url",
                page + "#pullrequestreview-" + review.id()));
        return fields;
    }

    List<Map<String, Object>> labels(Entity.PullRequest pull) {
        return pull.labels().stream().map(name -> fields("name", name)).toList();
    }

    Map<String, Object> issue(ClosingReferences.Target target) {
        return fields("number", target.number(), "repository", repository(target.repository()));
    }

    /** The events of the asked kinds, oldest first. */
    List<Map<String, Object>> timeline(SimulatedRepository repository, Entity.PullRequest pull, List<String> kinds) {
        List<Map<String, Object>> events = new ArrayList<>();
        Instant ready = repository.extrasOf(pull.number()).readyForReviewAt();
        if (ready != null && kinds.contains("READY_FOR_REVIEW_EVENT")) {
            events.add(fields(TYPE, "ReadyForReviewEvent", "createdAt", time(ready)));
        }
        if (pull.mergedAt() != null && kinds.contains("MERGED_EVENT")) {
            events.add(fields(TYPE, "MergedEvent", "createdAt", time(pull.mergedAt())));
        }
        return events;
    }

    private Map<String, Object> remark(
            @Nullable Account author, String association, @Nullable String body, Entity entity) {
        return fields(
                "databaseId", entity.id(),
                "fullDatabaseId", Long.toString(entity.id()),
                "author", actor(author),
                "authorAssociation", association,
                "body", Objects.requireNonNullElse(body, ""));
    }

    /** A bot's login lacks the suffix that REST shows. */
    private static @Nullable Map<String, Object> actor(@Nullable Account account) {
        if (account == null) {
            return null;
        }
        String login = account.login();
        boolean bot = account.type().equals("Bot");
        boolean suffixed = login.toLowerCase(Locale.ROOT).endsWith(BOT_SUFFIX);
        return fields(
                TYPE,
                account.type(),
                "databaseId",
                account.id(),
                "login",
                bot && suffixed ? login.substring(0, login.length() - BOT_SUFFIX.length()) : login);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        Map<String, Object> fields = new HashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            Object value = namesAndValues[index + 1];
            if (value != null) {
                fields.put(String.valueOf(namesAndValues[index]), value);
            }
        }
        return fields;
    }
}
