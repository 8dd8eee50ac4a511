// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.digest.DigestModel;
import dev.hallway.streams.digest.MarkdownDigest;
import dev.hallway.streams.http.RepositoryAccess.Held;
import io.javalin.http.Context;
import java.util.List;

/** The digest of a week. */
final class DigestResource {

    private enum Format {
        MARKDOWN,
        JSON
    }

    private DigestResource() {}

    /** Markdown unless the caller asks for JSON. */
    static void one(Context context, Held held) {
        DigestModel digest = DigestModel.of(held.reader(), held.name(), Parameters.queryWeek(context));
        if (format(context) == Format.JSON) {
            Envelope.write(context, digest, held.freshness());
        } else {
            held.freshness().writeHeaders(context);
            context.contentType("text/markdown; charset=utf-8").result(MarkdownDigest.render(digest));
        }
    }

    private static Format format(Context context) {
        Format named = Parameters.choice(context, "format", Format.class);
        if (named != null) {
            return named;
        }
        String preferred = Accepts.preferred(context, List.of(Accepts.MARKDOWN, Accepts.JSON));
        return preferred.equals(Accepts.JSON) ? Format.JSON : Format.MARKDOWN;
    }
}
