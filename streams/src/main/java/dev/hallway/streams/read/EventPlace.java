// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.streams.read.EventView.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an event stands among those of its week, in which a page can begin behind it.
 *
 * @param number number of the item
 * @param kind what happened
 * @param id GitHub's id of the comment or review; the item's number for items
 */
public record EventPlace(long number, Kind kind, long id) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18})\\.([a-z_]{1,30})\\.([0-9]{1,18})");

    /** Reads what {@link #toString} writes; empty if it is anything else. */
    public static Optional<EventPlace> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> name(kind).equals(written.group(2)))
                .findFirst()
                .map(kind -> new EventPlace(Long.parseLong(written.group(1)), kind, Long.parseLong(written.group(3))));
    }

    /** Where GitHub's page of the item shows a comment or review; empty for all else. */
    public String fragment() {
        return switch (kind) {
            case ISSUE_COMMENT -> "#issuecomment-" + id;
            case REVIEW_COMMENT -> "#discussion_r" + id;
            case REVIEW, REVIEW_WITHOUT_TEXT -> "#pullrequestreview-" + id;
            case ISSUE_OPENED,
                    PULL_REQUEST_OPENED,
                    PULL_REQUEST_MERGED,
                    ISSUE_CLOSED,
                    PULL_REQUEST_CLOSED,
                    FEEDBACK_ANSWERED -> "";
        };
    }

    /** As it stands in addresses, such as {@code 34.issue_comment.5012}. */
    @Override
    public String toString() {
        return number + "." + name(kind) + "." + id;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
