// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.github.Comment;
import dev.hallway.github.SubjectKind;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import dev.hallway.service.forgotten.Withholding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The facts in one event: what it is about, and its item as it was at that time.
 *
 * @param facts what can be published
 * @param leftOut what in it cannot be used as a fact
 * @param unreadable what in it lacks something that Hallway needs, one sentence each
 */
record EventFacts(List<Fact> facts, List<LeftOut> leftOut, List<String> unreadable) {

    // Of two snapshots of the same second, the one the event is about counts as the later one.
    private static final long GIVES_WAY_MILLIS = 1;

    EventFacts {
        facts = List.copyOf(facts);
        leftOut = List.copyOf(leftOut);
        unreadable = List.copyOf(unreadable);
    }

    /** Whether events of a type contain facts at all. */
    static boolean areIn(String type) {
        return switch (type) {
            case "IssuesEvent",
                    "IssueCommentEvent",
                    "PullRequestEvent",
                    "PullRequestReviewEvent",
                    "PullRequestReviewCommentEvent" -> true;
            default -> false;
        };
    }

    /**
     * Reads an event of such a type; its facts are recorded under the given name of the repository.
     *
     * @param withholding leaves out the accounts that were forgotten
     */
    static EventFacts read(String type, JsonNode event, String repository, Instant createdAt, Withholding withholding) {
        Reading reading = new Reading(
                new Snapshots(repository, createdAt, withholding),
                new Snapshots(repository, createdAt.minusMillis(GIVES_WAY_MILLIS), withholding));
        JsonNode payload = event.path("payload");
        switch (type) {
            case "IssuesEvent" -> reading.issue(payload, reading.about);
            case "IssueCommentEvent" -> {
                reading.issueComment(payload);
                reading.issue(payload, reading.beside);
            }
            case "PullRequestEvent" -> reading.pullRequest(payload, reading.about);
            case "PullRequestReviewEvent" -> {
                reading.review(payload);
                reading.pullRequest(payload, reading.beside);
            }
            case "PullRequestReviewCommentEvent" -> {
                reading.reviewComment(payload);
                reading.pullRequest(payload, reading.beside);
            }
            default -> throw new IllegalArgumentException("There are no facts in events of type " + type + ".");
        }
        return new EventFacts(reading.facts, reading.leftOut, reading.unreadable);
    }

    /** Extracts the facts of an event one by one. */
    private static final class Reading {

        private final Snapshots about;
        private final Snapshots beside;
        private final List<Fact> facts = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();

        Reading(Snapshots about, Snapshots beside) {
            this.about = about;
            this.beside = beside;
        }

        /** A pull request among issues does not show whether it was merged. */
        void issue(JsonNode payload, Snapshots context) {
            JsonNode issue = payload.path("issue");
            if (!Snapshots.isPullRequest(issue)) {
                accept(context.issue(issue), Fact::of);
            }
        }

        void pullRequest(JsonNode payload, Snapshots context) {
            JsonNode pull = payload.path("pull_request");
            // Only a null says that it was not merged; a field that is not there says nothing.
            boolean saysNotMerged =
                    pull.has("merged_at") && !pull.path("merged").asBoolean(false);
            if (pull.hasNonNull("merged_at")
                    || saysNotMerged
                    || pull.path("state").asText("").equals("open")) {
                accept(context.pullRequest(pull), Fact::of);
            } else {
                leftOut.add(LeftOut.MERGE_UNKNOWN);
            }
        }

        void issueComment(JsonNode payload) {
            JsonNode issue = payload.path("issue");
            accept(about.issueComment(payload.path("comment")), comment -> Fact.of(below(issue, comment)));
        }

        /** The event says which item a comment belongs to; old addresses of comments do not. */
        private static Comment below(JsonNode issue, Comment comment) {
            SubjectKind subject = Snapshots.isPullRequest(issue) ? SubjectKind.PULL_REQUEST : SubjectKind.ISSUE;
            return issue.isObject()
                    ? Comment.newBuilder(comment).setSubject(subject).build()
                    : comment;
        }

        void reviewComment(JsonNode payload) {
            JsonNode comment = payload.path("comment");
            if (comment.hasNonNull("pull_request_review_id")) {
                accept(about.reviewComment(comment), Fact::of);
            } else {
                leftOut.add(LeftOut.REVIEW_UNKNOWN);
            }
        }

        void review(JsonNode payload) {
            long number = payload.path("pull_request").path("number").asLong(0);
            if (number < 1) {
                unreadable.add(
                        "review " + payload.path("review").path("id").asText("?") + ": its pull request has no number");
            } else {
                accept(about.review(payload.path("review"), number), Fact::of);
            }
        }

        private <T> void accept(Translation<T> translation, Function<T, Fact> fact) {
            if (translation instanceof Translation.Read<T> read) {
                add(read.value(), fact);
            } else {
                Translation.Unreadable<T> missing = (Translation.Unreadable<T>) translation;
                unreadable.add(missing.subject() + ": " + missing.reason());
            }
        }

        private <T> void add(T value, Function<T, Fact> fact) {
            try {
                facts.add(fact.apply(value));
            } catch (IllegalArgumentException notAnItem) {
                unreadable.add(String.valueOf(notAnItem.getMessage()));
            }
        }
    }
}
