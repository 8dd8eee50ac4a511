// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.streams.read.EventView.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment, review comment or review in an issue or pull request; its text is not kept.
 *
 * @param place when everybody could see it, and what it is
 * @param by who wrote it
 */
public record ConversationEntry(Place place, ParticipantView by) {

    /**
     * Where it stands among all that was written in the item, in which a page can begin behind it.
     *
     * @param at since when everybody can see it, UTC: a review comment becomes visible with its review
     * @param kind {@link Kind#ISSUE_COMMENT}, {@link Kind#REVIEW}, {@link Kind#REVIEW_WITHOUT_TEXT} or
     *     {@link Kind#REVIEW_COMMENT}
     * @param id GitHub's id of it
     */
    public record Place(Instant at, Kind kind, long id) {

        /** In order of time; of one moment, a review comes before its comments. */
        public static final Comparator<Place> IN_ORDER = Comparator.comparing(Place::at)
                .thenComparing(Place::kind, Comparator.comparingInt(Place::rank))
                .thenComparing(Place::id);

        private static final Pattern WRITTEN = Pattern.compile("(-?[0-9]{1,15})\\.([0-9]{1,18}\\.[a-z_]+\\.[0-9]+)");

        /** Reads what {@link #toString} writes; empty if it is anything else. */
        public static Optional<Place> parse(String text) {
            Matcher written = WRITTEN.matcher(text);
            return written.matches()
                    ? EventPlace.parse(written.group(2))
                            .map(place -> new Place(
                                    Instant.ofEpochMilli(Long.parseLong(written.group(1))), place.kind(), place.id()))
                    : Optional.empty();
        }

        /** As it stands in addresses, such as {@code 1705572000000.0.issue_comment.5012}. */
        @Override
        public String toString() {
            return at.toEpochMilli() + "." + new EventPlace(0, kind, id);
        }

        private static int rank(Kind kind) {
            return switch (kind) {
                case REVIEW, REVIEW_WITHOUT_TEXT -> 1;
                case REVIEW_COMMENT -> 2;
                default -> 0;
            };
        }
    }
}
