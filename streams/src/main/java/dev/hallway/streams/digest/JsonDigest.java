// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.digest.DigestModel.MergedFeedback;
import dev.hallway.streams.digest.DigestModel.WaitingItem;
import dev.hallway.streams.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Writes a digest as a JSON document, below 65,536 characters: durations in exact seconds, moments as ISO-8601 text in
 * UTC, GitHub's text on one line without control characters and what turns it around (whoever shows it escapes it). A
 * missing figure is {@code {"unavailable": reason}}.
 */
public final class JsonDigest {

    private static final int TEXT = 256;
    private static final int ADDRESS = 1_000;

    private JsonDigest() {}

    /** The digest as JSON. */
    public static String render(DigestModel model) {
        return fit(model).text();
    }

    /** The digest as it is written, for an answer that holds it. */
    public static DigestModel fitting(DigestModel model) {
        return fit(model).model();
    }

    private static DigestFormat.Fitted fit(DigestModel model) {
        return DigestFormat.fit(
                model.rewritten(JsonDigest::plain, JsonDigest::plain, JsonDigest::text), Json::indented);
    }

    private static MergedFeedback plain(MergedFeedback feedback) {
        return new MergedFeedback(
                feedback.number(),
                address(feedback.htmlUrl()),
                text(feedback.title()),
                login(feedback.askedBy()),
                feedback.firstReplySeconds(),
                feedback.pullRequestRepository(),
                feedback.pullRequest(),
                address(feedback.pullRequestUrl()),
                login(feedback.answeredBy()),
                feedback.authorship(),
                feedback.latencySeconds(),
                feedback.furtherRepositories());
    }

    private static WaitingItem plain(WaitingItem item) {
        return new WaitingItem(
                item.kind(),
                item.number(),
                address(item.htmlUrl()),
                text(item.title()),
                login(item.author()),
                item.newcomer(),
                item.returning(),
                item.maintainer(),
                item.openedAt(),
                item.since(),
                item.waitingSeconds());
    }

    private static String text(String untrusted) {
        return PlainText.line(untrusted, TEXT);
    }

    private static String address(String untrusted) {
        return PlainText.line(untrusted, ADDRESS);
    }

    private static @Nullable String login(@Nullable String untrusted) {
        return untrusted == null ? null : text(untrusted);
    }
}
