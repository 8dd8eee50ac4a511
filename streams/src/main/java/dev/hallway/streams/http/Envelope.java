// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.read.Definitions;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * What every JSON answer looks like.
 *
 * @param data what was asked for
 * @param next cursor of the next page, a number or a text; absent on the last one and where there are no pages
 * @param freshness how fresh it is
 * @param definitionVersion version of the metric definitions
 */
record Envelope(
        Object data,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object next,
        Freshness freshness,
        int definitionVersion) {

    static void write(Context context, Object data, Freshness freshness) {
        write(context, data, null, freshness);
    }

    static void write(Context context, Object data, @Nullable Object next, Freshness freshness) {
        freshness.writeHeaders(context);
        context.contentType("application/json");
        context.result(Json.bytes(new Envelope(data, next, freshness, Definitions.VERSION)));
    }
}
