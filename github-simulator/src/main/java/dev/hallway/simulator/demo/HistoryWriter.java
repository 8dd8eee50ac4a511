// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import dev.hallway.simulator.Entity;
import dev.hallway.simulator.SimulatedRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the history of one repository, in the calendar of 2020.
 *
 * <p>What would happen after the end of the calendar has not happened yet and is left out. Items are kept here until
 * {@link #publish}, because GitHub dates an item by its newest comment or review.
 */
final class HistoryWriter {

    private static final String FOOTNOTE = "_Illustrative data made up by Hallway._";

    private final SimulatedRepository repository;
    private final Calendar calendar;
    private final Ids ids;
    private final Map<Long, Entity.Issue> issues = new HashMap<>();
    private final Map<Long, Entity.PullRequest> pulls = new HashMap<>();
    private final Map<Long, Entity.ReviewComment> firstOnLine = new HashMap<>();
    private final Map<Long, Instant> lastChange = new HashMap<>();

    HistoryWriter(SimulatedRepository repository, Calendar calendar, Ids ids) {
        this.repository = repository;
        this.calendar = calendar;
        this.ids = ids;
    }

    String repository() {
        return repository.profile().fullName();
    }

    void openIssue(long number, Person by, String title, String body, List<String> labels, Instant at) {
        Instant moment = touch(number, at);
        issues.put(
                number,
                new Entity.Issue(
                        number,
                        ids.next(),
                        by.account(),
                        by.association(),
                        title,
                        withFootnote(body),
                        labels,
                        moment,
                        moment,
                        null,
                        null));
    }

    void openPull(long number, Person by, String title, String body, List<String> labels, boolean draft, Instant at) {
        Instant moment = touch(number, at);
        pulls.put(
                number,
                new Entity.PullRequest(
                        number,
                        ids.next(),
                        by.account(),
                        by.association(),
                        title,
                        withFootnote(body),
                        labels,
                        moment,
                        moment,
                        null,
                        null,
                        draft,
                        repository.profile().defaultBranch()));
    }

    void comment(long number, Person by, String body, Instant at) {
        if (calendar.hasHappened(at)) {
            Instant moment = touch(number, at);
            repository.put(
                    new Entity.IssueComment(ids.next(), number, by.account(), by.association(), body, moment, moment));
        }
    }

    /** A review, and its comments on lines if there are any. */
    void review(long number, Person by, String state, String body, List<String> onLines, Instant at) {
        if (calendar.hasHappened(at)) {
            Instant moment = touch(number, at);
            long review = ids.next();
            repository.put(new Entity.Review(review, number, by.account(), by.association(), state, body, moment));
            onLines.forEach(text -> commentOnLine(number, review, by, text, null, moment));
        }
    }

    /** A reply to a comment on a line; to GitHub it is a review of its own without a body. */
    void replyOnLine(long number, Person by, String text, Instant at) {
        Entity.ReviewComment first = firstOnLine.get(number);
        if (first != null && calendar.hasHappened(at)) {
            Instant moment = touch(number, at);
            long review = ids.next();
            repository.put(new Entity.Review(review, number, by.account(), by.association(), "COMMENTED", "", moment));
            commentOnLine(number, review, by, text, first.id(), moment);
        }
    }

    /** Closes an issue unless it is closed; GitHub calls the reason {@code completed} or {@code not_planned}. */
    void closeIssue(long number, String reason, Instant at) {
        Entity.Issue issue = Objects.requireNonNull(issues.get(number));
        if (calendar.hasHappened(at) && issue.closedAt() == null) {
            issues.put(number, issue.closed(touch(number, at), reason));
        }
    }

    void reopenIssue(long number, Instant at) {
        Entity.Issue issue = Objects.requireNonNull(issues.get(number));
        if (calendar.hasHappened(at) && issue.closedAt() != null) {
            issues.put(number, reopened(issue, touch(number, at)));
        }
    }

    /** Merges a pull request and closes the issues it names as closed by it. */
    void merge(long number, List<Long> closed, Instant at) {
        if (calendar.hasHappened(at)) {
            pulls.computeIfPresent(number, (same, pull) -> pull.merged(touch(number, at)));
            closed.forEach(issue -> closeIssue(issue, "completed", at));
        }
    }

    void closePull(long number, Instant at) {
        if (calendar.hasHappened(at)) {
            pulls.computeIfPresent(number, (same, pull) -> pull.closed(touch(number, at)));
        }
    }

    /** Hands the items to the repository. */
    void publish() {
        issues.forEach((number, issue) -> repository.put(issue.touched(lastChangeOf(number))));
        pulls.forEach((number, pull) -> repository.put(pull.touched(lastChangeOf(number))));
    }

    private void commentOnLine(
            long number, long review, Person by, String text, @Nullable Long inReplyTo, Instant moment) {
        // It is written before its review is submitted.
        Instant written = moment.minusSeconds(20);
        Entity.ReviewComment comment = new Entity.ReviewComment(
                ids.next(), number, review, inReplyTo, by.account(), by.association(), text, written, written);
        firstOnLine.putIfAbsent(number, comment);
        repository.put(comment);
    }

    /** Records that an item changed, and returns when that is in the calendar's year. */
    private Instant touch(long number, Instant at) {
        Instant moment = calendar.moved(at);
        lastChange.merge(number, moment, (known, next) -> next.isAfter(known) ? next : known);
        return moment;
    }

    private Instant lastChangeOf(long number) {
        return Objects.requireNonNull(lastChange.get(number));
    }

    private static String withFootnote(String body) {
        return body.isEmpty() ? FOOTNOTE : body + "\n\n" + FOOTNOTE;
    }

    private static Entity.Issue reopened(Entity.Issue issue, Instant at) {
        return new Entity.Issue(
                issue.number(),
                issue.id(),
                issue.author(),
                issue.association(),
                issue.title(),
                issue.body(),
                issue.labels(),
                issue.createdAt(),
                at,
                null,
                "reopened");
    }
}
