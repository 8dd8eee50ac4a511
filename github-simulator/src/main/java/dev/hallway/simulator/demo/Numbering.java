// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Gives every number of a repository its opening time: numbers rise with time, and some times are fixed. */
final class Numbering {

    private final ActivityPattern pattern;
    private final Dice dice;

    Numbering(ActivityPattern pattern, Dice dice) {
        this.pattern = pattern;
        this.dice = dice;
    }

    /** The openings of the numbers from 1 to the largest fixed one, by number less one; 1 has to be fixed. */
    List<Instant> openings(SortedMap<Long, Instant> fixed) {
        List<Instant> openings = new ArrayList<>();
        Instant previous = fixed.values().iterator().next();
        for (Map.Entry<Long, Instant> known : fixed.entrySet()) {
            openings.addAll(between(previous, known.getValue(), known.getKey() - 1 - openings.size()));
            openings.add(known.getValue());
            previous = known.getValue();
        }
        return List.copyOf(openings);
    }

    private List<Instant> between(Instant from, Instant until, long count) {
        Duration stretch = Duration.between(from, until);
        return Stream.generate(() -> from.plus(dice.within(stretch)))
                .filter(moment -> dice.chance(pattern.activity(moment)))
                .limit(count)
                .sorted()
                .toList();
    }
}
