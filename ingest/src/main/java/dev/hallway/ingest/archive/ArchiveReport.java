// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The result of an import.
 *
 * @param read number of files read to their end
 * @param readBefore number of files that an earlier import had read
 * @param refused number of files that were refused as unreliable
 * @param brokenOff number of files that could not be read to their end
 * @param events number of events in what was read
 * @param accepted number of events that were accepted
 * @param unreadable number of lines that are not an event, or lack something
 * @param facts number of published snapshots, by kind
 * @param leftOut number of events and snapshots left out, by reason
 */
public record ArchiveReport(
        int read,
        int readBefore,
        int refused,
        int brokenOff,
        long events,
        long accepted,
        long unreadable,
        Map<String, Long> facts,
        Map<LeftOut, Long> leftOut) {

    /** Copies the maps, in order. */
    public ArchiveReport {
        facts = Map.copyOf(facts);
        leftOut = Map.copyOf(leftOut);
    }

    /** Whether every file was read to its end. */
    public boolean complete() {
        return refused == 0 && brokenOff == 0;
    }

    /** The summary, for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Files: " + read + " read, " + readBefore + " read before, " + refused + " refused, " + brokenOff
                + " broken off.");
        lines.add("Lines: " + events + " events, of which " + accepted + " accepted; " + unreadable + " unreadable.");
        lines.add("Facts: " + (facts.isEmpty() ? "none" : joined(new TreeMap<>(facts))) + ".");
        if (!leftOut.isEmpty()) {
            Map<String, Long> reasons = new TreeMap<>();
            leftOut.forEach((reason, count) -> reasons.put(reason.words(), count));
            lines.add("Left out: " + joined(reasons) + ".");
        }
        return lines;
    }

    private static String joined(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
