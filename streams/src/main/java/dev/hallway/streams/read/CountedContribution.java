// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import java.time.Instant;
import java.util.Optional;

/**
 * One contribution as a week counted it.
 *
 * @param kind what was contributed
 * @param number number of the issue or pull request
 * @param id GitHub's id of the comment or review; the item's number for items
 * @param time when it counts, UTC
 * @param login who; empty for a deleted account
 * @param counted in which figure it went
 */
public record CountedContribution(Kind kind, long number, long id, Instant time, String login, CountedAs counted) {

    /** What was contributed. */
    public enum Kind {
        ISSUE_OPENED,
        PULL_REQUEST_OPENED,
        PULL_REQUEST_MERGED,
        ISSUE_COMMENT,
        REVIEW_COMMENT,
        REVIEW
    }

    /** Which of the week's figures a contribution went into. */
    public enum CountedAs {
        MAINTAINER,
        COMMUNITY,
        /** Set apart: the account is deleted. */
        UNKNOWN_PERSON,
        /** Set apart: the account is a bot. */
        BOT
    }

    /** What an event is as a contribution; empty if nobody contributes by it. */
    public static Optional<CountedContribution> of(EventView event) {
        return kind(event.kind())
                .map(kind -> new CountedContribution(
                        kind,
                        event.place().number(),
                        event.place().id(),
                        event.time(),
                        event.by().login(),
                        countedAs(event.by())));
    }

    private static Optional<Kind> kind(EventView.Kind event) {
        return switch (event) {
            case ISSUE_OPENED -> Optional.of(Kind.ISSUE_OPENED);
            case PULL_REQUEST_OPENED -> Optional.of(Kind.PULL_REQUEST_OPENED);
            case PULL_REQUEST_MERGED -> Optional.of(Kind.PULL_REQUEST_MERGED);
            case ISSUE_COMMENT -> Optional.of(Kind.ISSUE_COMMENT);
            case REVIEW_COMMENT -> Optional.of(Kind.REVIEW_COMMENT);
            case REVIEW -> Optional.of(Kind.REVIEW);
            case REVIEW_WITHOUT_TEXT, ISSUE_CLOSED, PULL_REQUEST_CLOSED, FEEDBACK_ANSWERED -> Optional.empty();
        };
    }

    private static CountedAs countedAs(ParticipantView by) {
        return switch (by.kind()) {
            case BOT -> CountedAs.BOT;
            case UNKNOWN -> CountedAs.UNKNOWN_PERSON;
            case HUMAN -> by.maintainerSign() == null ? CountedAs.COMMUNITY : CountedAs.MAINTAINER;
        };
    }
}
