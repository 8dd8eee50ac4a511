// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.ItemView.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to talk to, with the reason.
 *
 * @param person who: GitHub's numeric user id; a negative number for somebody in the people registry
 * @param login label of the person
 * @param reason why
 * @param repository {@code owner/repo} of the item
 * @param kind whether the item is an issue or a pull request
 * @param number its number
 * @param htmlUrl its web page
 * @param title untrusted text
 * @param since UTC: since when the person waits, when the pull request was merged, the beginning of the week of the latest
 *     contribution before, or when the request was opened
 * @param waitedSeconds until the digest's {@code asOf}, or until the merge that answered; null if nobody waited
 * @param did what whoever came back did first; null for every other reason
 */
public record PersonToTalkTo(
        long person,
        String login,
        Reason reason,
        String repository,
        Kind kind,
        long number,
        String htmlUrl,
        String title,
        Instant since,
        @Nullable Long waitedSeconds,
        CountedContribution.@Nullable Kind did) {

    /** Why somebody is worth talking to, the most pressing reason first. */
    public enum Reason {
        /** A newcomer waits for a first reply. */
        WAITS_FOR_FIRST_REPLY,
        /** A first pull request was merged: thank them. */
        FIRST_MERGE,
        /** Somebody came back after 12 weeks or more. */
        CAME_BACK,
        /** A pull request waits for a review. */
        WAITS_FOR_REVIEW,
        /** A request was answered by somebody else's merge: tell whoever asked. */
        REQUEST_ANSWERED
    }
}
