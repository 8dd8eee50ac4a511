// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import java.time.Instant;

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
}
