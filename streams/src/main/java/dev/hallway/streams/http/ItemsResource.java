// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.Problem;
import dev.hallway.streams.digest.Excerpt;
import dev.hallway.streams.digest.Wait;
import dev.hallway.streams.digest.Waiting;
import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.read.ItemView;
import io.javalin.http.Context;
import java.util.List;

/** Issues and pull requests. */
final class ItemsResource {

    private ItemsResource() {}

    static void one(Context context, Held held) {
        long number = Parameters.pathNumber(context);
        ItemView item = held.reader()
                .item(held.name(), number)
                .orElseThrow(() -> new Problem.Found(
                        404, "There is no issue or pull request " + held.name() + "#" + number + "."));
        Envelope.write(context, item, held.freshness());
    }

    /** Who waits for a first response, in drafts as well, and who for a review: longest first. */
    static void waiting(Context context, Held held) {
        Waiting waiting = Waiting.now(held.reader(), held.name(), Parameters.limit(context));
        Excerpt<Wait> firstReply = waiting.firstReply();
        Envelope.write(
                context,
                new WaitingView(
                        firstReply.total(),
                        firstReply.shown(),
                        WaitingList.of(waiting.drafts()),
                        WaitingList.of(waiting.review())),
                held.freshness());
    }

    /**
     * Who waits, as callers see it.
     *
     * @param total how many wait for a first response, drafts aside
     * @param items the first of them
     * @param drafts drafts without a response
     * @param review who waits for a review
     */
    record WaitingView(long total, List<Wait> items, WaitingList drafts, WaitingList review) {}

    /**
     * The first entries of a longer list.
     *
     * @param total how many there are in all
     * @param items the first of them
     */
    record WaitingList(long total, List<Wait> items) {

        static WaitingList of(Excerpt<Wait> waits) {
            return new WaitingList(waits.total(), waits.shown());
        }
    }
}
