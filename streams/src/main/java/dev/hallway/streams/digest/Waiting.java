// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Response;
import dev.hallway.streams.read.LastWord;
import dev.hallway.streams.read.PullRequestView;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The humans who wait in a repository at one moment, longest first.
 *
 * <p>A closed item waits no longer, even if nobody ever answered it.
 *
 * @param firstReply open items without a response, except drafts
 * @param drafts open drafts without a response
 * @param review open pull requests, except drafts, in which the author has spoken last
 */
public record Waiting(Excerpt<Wait> firstReply, Excerpt<Wait> drafts, Excerpt<Wait> review) {

    /** Who waits now; each list holds so many at most. */
    public static Waiting now(CommunityReader reader, String repository, int most) {
        Tally tally = new Tally(reader, repository, Instant.MAX, most);
        reader.forEachItem(repository, tally::offer);
        return tally.waiting();
    }

    /** True if the item waits for a first reply now, and is no draft. */
    public static boolean forFirstReply(ItemView item) {
        return isUnanswered(Instant.MAX, item) && !item.draft();
    }

    private static boolean isOpen(Instant moment, ItemView item) {
        return !item.authorIsBot()
                && item.openedAt().isBefore(moment)
                && (item.closedAt() == null || !item.closedAt().isBefore(moment));
    }

    private static boolean isUnanswered(Instant moment, ItemView item) {
        Response reply = item.firstResponse();
        return isOpen(moment, item) && (reply == null || !reply.at().isBefore(moment));
    }

    /** Takes in the items of a repository one by one, and remembers only as many as are asked for. */
    static final class Tally {

        private final CommunityReader reader;
        private final String repository;
        private final Instant moment;
        private final Queue firstReply;
        private final Queue drafts;
        private final Queue review;

        Tally(CommunityReader reader, String repository, Instant moment, int most) {
            this.reader = reader;
            this.repository = repository;
            this.moment = moment;
            firstReply = new Queue(most);
            drafts = new Queue(most);
            review = new Queue(most);
        }

        void offer(ItemView item) {
            PullRequestView pullRequest = item.pullRequest();
            Instant ready = pullRequest == null ? item.openedAt() : pullRequest.readyAt();
            // One that was marked ready later was still a draft.
            boolean draft = ready == null || ready.isAfter(moment);
            if (isUnanswered(moment, item)) {
                (draft ? drafts : firstReply).add(new Wait(item.openedAt(), item));
            }
            if (pullRequest != null && ready != null && !draft && isOpen(moment, item)) {
                reader.lastWord(repository, item.number(), moment)
                        .filter(LastWord::byAuthor)
                        .ifPresent(word -> review.add(new Wait(later(word.since(), ready), item)));
            }
        }

        Waiting waiting() {
            return new Waiting(firstReply.longestFirst(), drafts.longestFirst(), review.longestFirst());
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    /** The longest waits of any number. */
    private static final class Queue {

        private static final Comparator<Wait> LONGEST_FIRST = Comparator.comparing(Wait::since)
                .thenComparingLong(wait -> wait.item().number());

        private final int most;
        private final PriorityQueue<Wait> longest = new PriorityQueue<>(LONGEST_FIRST.reversed());
        private long total;

        Queue(int most) {
            this.most = most;
        }

        void add(Wait wait) {
            total++;
            longest.add(wait);
            if (longest.size() > most) {
                longest.poll();
            }
        }

        Excerpt<Wait> longestFirst() {
            return new Excerpt<>(total, longest.stream().sorted(LONGEST_FIRST).toList());
        }
    }
}
