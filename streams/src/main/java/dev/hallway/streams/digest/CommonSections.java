// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.List;

/** The sections that the digest of one repository and that of several write alike. */
final class CommonSections {

    private final MarkdownLines out;
    private final Phrases phrases;

    CommonSections(MarkdownLines out, Phrases phrases) {
        this.out = out;
        this.phrases = phrases;
    }

    void people(List<PersonToTalkTo> people) {
        out.heading("People to talk to this week: " + people.size());
        if (people.isEmpty()) {
            out.line(Wording.NOBODY);
        }
        people.forEach(person -> out.entry(phrases.reason(person)));
        out.end(Section.Name.PEOPLE);
    }

    void stories(Excerpt<MergedFeedback> merged) {
        out.heading("Feedback that became a merge: " + merged.total());
        if (merged.total() == 0) {
            out.line("No feedback was answered by a merge this week.");
        } else if (merged.total() > 1) {
            out.line(Wording.BEST_FIRST);
            out.blank();
        }
        merged.shown().forEach(story -> out.entry(phrases.story(story)));
        out.more(merged);
        out.end(Section.Name.STORIES);
    }

    void newcomers(Excerpt<Debut> newcomers) {
        out.heading("Newcomers: " + newcomers.total());
        if (newcomers.total() == 0) {
            out.line("Nobody contributed for the first time.");
        }
        newcomers.shown().forEach(debut -> out.entry(phrases.debut(debut)));
        out.more(newcomers);
        out.end(Section.Name.NEWCOMERS);
    }
}
