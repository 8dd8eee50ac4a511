// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cursor;

import java.util.ArrayList;
import java.util.List;

/** What ingest could not read of a list, one sentence for each subject. */
public final class Gaps {

    // A cursor is one record: a list of many unreadable entries must not make it too large for Kafka.
    private static final int MOST = 100;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final String FURTHER = "further gaps: more than " + MOST + ", which are not named here";

    private final List<String> sentences;

    /** Starts from the known gaps. */
    public Gaps(List<String> known) {
        this.sentences = new ArrayList<>(known);
    }

    /** Adds a gap, or updates the reason of a known one. */
    public void add(String subject, String reason) {
        close(subject);
        if (sentences.size() < MOST) {
            sentences.add(excerpt(subject, LONGEST_SUBJECT) + ": " + excerpt(reason, LONGEST_REASON));
        } else if (!sentences.contains(FURTHER)) {
            sentences.add(FURTHER);
        }
    }

    /** The subject could be read after all. */
    public void close(String subject) {
        sentences.removeIf(sentence -> sentence.startsWith(excerpt(subject, LONGEST_SUBJECT) + ": "));
    }

    /** Both may quote what a server sent. */
    private static String excerpt(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " ...";
    }

    /** The gaps, oldest first. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }
}
