// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.comparison.ComparedFigure;
import dev.hallway.streams.week.IsoWeek;
import java.util.Optional;

/**
 * Where a digest leads to pages of Hallway.
 *
 * @param origin scheme, host and port of a Hallway that answers; empty if none is sure to
 */
public record PageLinks(Optional<String> origin) {

    /** Nothing leads to a page: a digest may be read when nobody answers any more. */
    public static final PageLinks NONE = new PageLinks(Optional.empty());

    /** Everything leads to its page, as the Hallway there shows it. */
    public static PageLinks to(String origin) {
        return new PageLinks(Optional.of(origin));
    }

    /** The words as a link to what the figure counted; the words alone if there is no such page. */
    String figure(String repository, IsoWeek week, ComparedFigure figure, String words) {
        return linked("/r/" + repository + "/weeks/" + week + "/" + figure, words);
    }

    /** The words as a link to the story of an issue; empty if there is no such page. */
    String story(String repository, long number, String words) {
        return origin.map(there -> linked("/r/" + repository + "/stories/" + number, words))
                .orElse("");
    }

    /** The words as a link to all that is known of the repository; empty if there is no such page. */
    String repository(String repository, String words) {
        return origin.map(there -> linked("/r/" + repository, words)).orElse("");
    }

    private String linked(String path, String words) {
        return origin.map(there -> MarkdownText.link(words, there + path)).orElse(words);
    }
}
