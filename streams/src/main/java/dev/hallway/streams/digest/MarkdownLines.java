// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the sections of a digest line by line. */
final class MarkdownLines {

    private final List<Section> sections = new ArrayList<>();
    private StringBuilder text = new StringBuilder();

    void line(String words) {
        text.append(words).append('\n');
    }

    void blank() {
        line("");
    }

    void heading(String words) {
        line("## " + words);
        blank();
    }

    void subheading(String words) {
        blank();
        line("### " + words);
        blank();
    }

    void entry(String words) {
        line("- " + words);
    }

    /** A paragraph of entries, unless there are none. */
    void list(String beginning, Stream<String> entries) {
        String words = entries.collect(Collectors.joining("; "));
        if (!words.isEmpty()) {
            blank();
            line(beginning + words + ".");
        }
    }

    /** How many there are beyond those that are shown. */
    void more(Excerpt<?> excerpt) {
        if (excerpt.more() > 0) {
            blank();
            line("… and " + excerpt.more() + " more.");
        }
    }

    /** What was written since the last one is this section. */
    void end(Section.Name name) {
        sections.add(new Section(name, text.toString()));
        text = new StringBuilder();
    }

    /** In the order of their names. */
    List<Section> sections() {
        return sections.stream().sorted(Comparator.comparing(Section::name)).toList();
    }
}
