// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Response;
import dev.hallway.streams.read.LastWord;
import dev.hallway.streams.read.PullRequestView;
import java.time.Instant;
import java.util.function.Consumer;

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
        FirstWaits firstReply = FirstWaits.longest(most);
        FirstWaits drafts = FirstWaits.longest(most);
        FirstWaits review = FirstWaits.longest(most);
        Lists lists = new Lists(firstReply::add, drafts::add, review::add);
        reader.forEachCurrentItem(repository, Instant.MAX, new Sorter(reader, repository, Instant.MAX, lists)::offer);
        return new Waiting(firstReply.excerpt(), drafts.excerpt(), review.excerpt());
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

    /** What is done with whom waits for what. */
    record Lists(Consumer<Wait> firstReply, Consumer<Wait> drafts, Consumer<Wait> review) {}

    /** Finds out of the items of a repository, one by one, for what each of them waited at a moment. */
    static final class Sorter {

        private final CommunityReader reader;
        private final String repository;
        private final Instant moment;
        private final Lists lists;

        Sorter(CommunityReader reader, String repository, Instant moment, Lists lists) {
            this.reader = reader;
            this.repository = repository;
            this.moment = moment;
            this.lists = lists;
        }

        void offer(ItemView item) {
            PullRequestView pullRequest = item.pullRequest();
            Instant ready = pullRequest == null ? item.openedAt() : pullRequest.readyAt();
            // One that was marked ready later was still a draft.
            boolean draft = ready == null || ready.isAfter(moment);
            if (isUnanswered(moment, item)) {
                (draft ? lists.drafts() : lists.firstReply()).accept(new Wait(item.openedAt(), item));
            }
            if (pullRequest != null && ready != null && !draft && isOpen(moment, item)) {
                reader.lastWord(repository, item.number(), moment)
                        .filter(LastWord::byAuthor)
                        .ifPresent(word -> lists.review().accept(new Wait(later(word.since(), ready), item)));
            }
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
