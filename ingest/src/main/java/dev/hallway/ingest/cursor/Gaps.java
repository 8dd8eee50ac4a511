// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cursor;

import java.util.ArrayList;
import java.util.List;

/** What a list held and ingest could not read, one sentence for each subject. */
public final class Gaps {

    // A cursor is one record: a list full of nonsense must not make it too large for Kafka.
    private static final int MOST = 100;
    private static final String FURTHER = "further gaps: more than " + MOST + ", which are not named here";

    private final List<String> sentences;

    /** Starts with what is known. */
    public Gaps(List<String> known) {
        this.sentences = new ArrayList<>(known);
    }

    /** Adds a gap, or says anew what is wrong with a known one. */
    public void add(String subject, String reason) {
        close(subject);
        if (sentences.size() < MOST) {
            sentences.add(subject + ": " + reason);
        } else if (!sentences.contains(FURTHER)) {
            sentences.add(FURTHER);
        }
    }

    /** The subject could be read after all. */
    public void close(String subject) {
        sentences.removeIf(sentence -> sentence.startsWith(subject + ": "));
    }

    /** The gaps, oldest first. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }
}
