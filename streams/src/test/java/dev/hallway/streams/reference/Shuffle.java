// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.streams.reference.Community.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * An order of arrival.
 *
 * @param seed decides the order and what comes more than once
 * @param repeatedPercent how many of a hundred snapshots arrive once more
 */
public record Shuffle(long seed, int repeatedPercent) {

    /** The snapshots in any order, some of them again. */
    public List<Snapshot> of(Community community) {
        Random random = new Random(seed);
        List<Snapshot> arrivals = new ArrayList<>(community.snapshots());
        for (Snapshot snapshot : community.snapshots()) {
            if (random.nextInt(100) < repeatedPercent) {
                arrivals.add(snapshot);
            }
        }
        Collections.shuffle(arrivals, random);
        return arrivals;
    }
}
