// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.ParticipantView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a figure of a week counted, and of what it left out.
 *
 * @param value the figure's value, which is that of all pages
 * @param counted what it counted, in the order of pages: by item
 * @param leftOut what looks as if it belonged to the figure but does not, in the same order
 * @param scanned how many rows were looked at
 * @param next where the next page begins; null on the last one
 */
public record Explanation(
        FigureValue value,
        List<Entry> counted,
        List<Entry> leftOut,
        int scanned,
        @Nullable String next) {

    /** Copies the lists. */
    public Explanation {
        counted = List.copyOf(counted);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * An event or an item, and its part in the figure.
     *
     * @param event what happened; {@link EventName#OPEN} for an item that was open at the end of the week
     * @param number number of the issue or pull request
     * @param id GitHub's id of the comment or review; the item's number for items
     * @param title title of the item, untrusted text; empty if nothing is known of it
     * @param url web page of the very comment or review, or of the item; empty if nothing is known of the item
     * @param time when it happened, or when the item was opened, UTC
     * @param by who did it; of closings, answers and open items, the author of the item
     * @param mergedBy who merged; null for anything but a merge
     * @param seconds the duration that it brings into the figure; null if there is none
     * @param answer the merge that answered the issue; null for anything but the figures about answers
     * @param why what it was counted as, or why it was left out
     * @param reason the same as a name; null if it was counted
     */
    public record Entry(
            EventName event,
            long number,
            long id,
            String title,
            String url,
            Instant time,
            ParticipantView by,
            @Nullable ParticipantView mergedBy,
            @Nullable Long seconds,
            @Nullable Answer answer,
            String why,
            @Nullable Reason reason) {

        Entry counted(String as, @Nullable Long brings) {
            return new Entry(event, number, id, title, url, time, by, mergedBy, brings, answer, as, null);
        }

        Entry leftOut(Reason because) {
            return new Entry(
                    event, number, id, title, url, time, by, mergedBy, null, answer, because.toString(), because);
        }
    }

    /** What an entry is. */
    public enum EventName {
        ISSUE_OPENED,
        PULL_REQUEST_OPENED,
        PULL_REQUEST_MERGED,
        ISSUE_COMMENT,
        REVIEW_COMMENT,
        REVIEW,
        REVIEW_WITHOUT_TEXT,
        ISSUE_CLOSED,
        PULL_REQUEST_CLOSED,
        FEEDBACK_ANSWERED,
        OPEN
    }
}
