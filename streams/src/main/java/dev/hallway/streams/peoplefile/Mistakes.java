// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes that are found while a file is read. */
final class Mistakes {

    /** Nobody reads more of them, and a wrong file may be large. */
    static final int LISTED = 1_000;

    private final List<Mistake> listed = new ArrayList<>();
    private int further;

    void add(int line, String sentence) {
        if (listed.size() < LISTED) {
            listed.add(new Mistake(line, sentence));
        } else {
            further++;
        }
    }

    boolean none() {
        return listed.isEmpty();
    }

    /** All of them by line; if there are too many, the last one says how many more there are. */
    List<Mistake> byLine() {
        List<Mistake> sorted = new ArrayList<>(listed);
        sorted.sort(Comparator.comparingInt(Mistake::line));
        if (further > 0) {
            sorted.add(new Mistake(0, "There are " + further + " further mistakes: correct these first."));
        }
        return sorted;
    }
}
