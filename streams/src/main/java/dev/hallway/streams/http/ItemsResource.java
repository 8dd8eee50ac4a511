// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hallway.service.http.Problem;
import dev.hallway.streams.digest.Excerpt;
import dev.hallway.streams.digest.Wait;
import dev.hallway.streams.digest.Waiting;
import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.read.ConversationEntry;
import dev.hallway.streams.read.EventPlace;
import dev.hallway.streams.read.EventView;
import dev.hallway.streams.read.ItemSummary;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.PageSize;
import dev.hallway.streams.read.ParticipantView;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;

/** Issues and pull requests. */
final class ItemsResource {

    private static final PageSize ONE = new PageSize(1, 1);

    private ItemsResource() {}

    static void one(Context context, Held held) {
        ItemView item = item(context, held);
        ParticipantView by = held.reader().items(held.name(), item.number() - 1, ONE, any -> true).items().stream()
                .filter(summary -> summary.number() == item.number())
                .map(ItemSummary::author)
                .findFirst()
                .orElse(ParticipantView.UNKNOWN);
        Envelope.write(context, new OpenedItem(item, by), held.freshness());
    }

    /** A page of what was written in an item, in order of time. */
    static void conversation(Context context, Held held) {
        ItemView item = item(context, held);
        String after = context.queryParam("after");
        ConversationEntry.Place place = after == null
                ? null
                : ConversationEntry.Place.parse(after).orElseThrow(() -> Parameters.noPlace("after", after));
        int limit = Parameters.limit(context);
        AnswerPage<ConversationEntry> page =
                AnswerPage.ofOneMore(held.reader().conversation(held.name(), item.number(), place, limit + 1), limit);
        Envelope.write(
                context,
                page.shown().stream().map(entry -> EntryView.of(item, entry)).toList(),
                page.next(entry -> entry.place().toString()),
                held.freshness());
    }

    private static ItemView item(Context context, Held held) {
        long number = Parameters.pathNumber(context);
        return held.reader()
                .item(held.name(), number)
                .orElseThrow(() -> new Problem.Found(
                        404, "There is no issue or pull request " + held.name() + "#" + number + "."));
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
     * An item, and who opened it.
     *
     * @param by as at its opening
     */
    record OpenedItem(@JsonUnwrapped ItemView item, ParticipantView by) {}

    /**
     * What was written, as callers see it.
     *
     * @param kind what it is
     * @param id GitHub's id of it
     * @param time since when everybody can see it, UTC
     * @param by who wrote it
     * @param url where GitHub shows it
     */
    record EntryView(EventView.Kind kind, long id, Instant time, ParticipantView by, String url) {

        static EntryView of(ItemView item, ConversationEntry entry) {
            ConversationEntry.Place place = entry.place();
            EventPlace event = new EventPlace(item.number(), place.kind(), place.id());
            return new EntryView(place.kind(), place.id(), place.at(), entry.by(), item.htmlUrl() + event.fragment());
        }
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
