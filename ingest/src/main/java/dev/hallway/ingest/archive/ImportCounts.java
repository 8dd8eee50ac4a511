// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts during an import. */
final class ImportCounts {

    private final Map<String, Long> facts = new TreeMap<>();
    private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    private int read;
    private int readBefore;
    private int refused;
    private int brokenOff;
    private long events;
    private long accepted;
    private long unreadable;
    private long published;

    void fileRead() {
        read++;
    }

    void fileReadBefore() {
        readBefore++;
    }

    void fileRefused() {
        refused++;
    }

    void fileBrokenOff() {
        brokenOff++;
    }

    void event() {
        events++;
    }

    void unreadable() {
        unreadable++;
    }

    void leftOut(LeftOut reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    void accepted() {
        accepted++;
    }

    void fact(Fact fact) {
        published++;
        facts.merge(fact.kind().words(), 1L, Long::sum);
    }

    /** Number of facts so far. */
    long facts() {
        return published;
    }

    ArchiveReport report() {
        return new ArchiveReport(read, readBefore, refused, brokenOff, events, accepted, unreadable, facts, leftOut);
    }
}
