// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A part of a digest, which a page can show by itself.
 *
 * @param name what it is about
 * @param markdown its text, with its heading
 */
record Section(Name name, String markdown) {

    /** What the parts of digests are about, in the order in which they stand. */
    enum Name {
        HEAD,
        SUMMARY,
        PEOPLE,
        STORIES,
        CHANGES,
        WAITING,
        NEWCOMERS,
        REPOSITORIES,
        DIVERSITY,
        ORGANISATIONS,
        FLOW,
        BOTS,
        COMPLETENESS;

        /** As it is called in pages. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All of them as one text. */
    static String text(List<Section> sections) {
        return sections.stream().map(Section::markdown).collect(Collectors.joining("\n"));
    }
}
