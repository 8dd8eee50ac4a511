// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.Problem;
import dev.hallway.streams.digest.Excerpt;
import dev.hallway.streams.digest.FirstReplyQueue;
import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.read.ItemView;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

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

    /** Open items of people that wait for a first response, longest first. */
    static void waiting(Context context, Held held) {
        Excerpt<ItemView> queue =
                FirstReplyQueue.of(held.reader(), held.name(), Parameters.limit(context), item -> true);
        List<ItemView> items = queue.shown();
        Envelope.write(context, Map.of("total", queue.total(), "items", items), held.freshness());
    }
}
