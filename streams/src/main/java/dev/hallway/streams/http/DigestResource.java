// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.digest.DigestModel;
import dev.hallway.streams.digest.HtmlDigest;
import dev.hallway.streams.digest.JsonDigest;
import dev.hallway.streams.digest.MarkdownDigest;
import dev.hallway.streams.digest.PageLinks;
import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import io.javalin.http.Context;
import java.util.List;

/** The digest of a week. */
final class DigestResource {

    /** In which a digest is answered. */
    enum Format {
        MARKDOWN,
        HTML,
        JSON
    }

    private enum Links {
        EXPLANATIONS,
        NONE
    }

    private DigestResource() {}

    /** Markdown unless the caller asks for another format. */
    static void one(Context context, Held held) {
        DigestModel digest = DigestModel.of(held.reader(), held.name(), week(context, held));
        switch (format(context)) {
            case JSON -> Envelope.write(context, JsonDigest.fitting(digest), held.freshness());
            case HTML -> html(context, held, digest);
            case MARKDOWN ->
                text(
                        context,
                        held.freshness(),
                        "text/markdown; charset=utf-8",
                        MarkdownDigest.render(digest, links(context)));
        }
    }

    /** The week asked for; the last one that ended before GitHub was last read to the end, if none was. */
    private static IsoWeek week(Context context, Held held) {
        return Parameters.optionalWeek(context, "week")
                .or(() -> held.reader()
                        .repository(held.name())
                        .map(RepositorySummary::syncedAt)
                        .map(syncedAt -> IsoWeek.of(syncedAt).previous()))
                .orElseGet(() -> Parameters.queryWeek(context));
    }

    private static void html(Context context, Held held, DigestModel digest) {
        Guard.allowStyle(context, HtmlDigest.styleSource());
        text(context, held.freshness(), "text/html; charset=utf-8", HtmlDigest.render(digest, links(context)));
    }

    /** To where the caller asks, unless it is not to be relied on. */
    static PageLinks links(Context context) {
        return Parameters.choice(context, "links", Links.class) == Links.NONE
                ? PageLinks.NONE
                : PageLinks.to(context.scheme() + "://" + context.host());
    }

    /** Answers with text, which has no envelope. */
    static void text(Context context, Freshness freshness, String contentType, String content) {
        freshness.writeHeaders(context);
        context.contentType(contentType).result(content);
    }

    /** As asked for by the parameter, or else by the header; Markdown if by neither. */
    static Format format(Context context) {
        Format named = Parameters.choice(context, "format", Format.class);
        if (named != null) {
            return named;
        }
        String preferred = Accepts.preferred(context, List.of(Accepts.MARKDOWN, Accepts.JSON));
        return preferred.equals(Accepts.JSON) ? Format.JSON : Format.MARKDOWN;
    }
}
