// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How evenly contributions are shared, as the metric definitions say.
 *
 * <p>It depends only on how many people made how many contributions, and sums go over those counts in order: the result
 * is the same to the last bit whatever the order of people.
 *
 * @param shannon Shannon entropy, in nats
 * @param effective Hill number of order 1
 * @param simpsonEffective Hill number of order 2
 * @param absenceFactor CHAOSS Contributor Absence Factor
 * @param topShare the largest share
 */
record Evenness(double shannon, double effective, double simpsonEffective, long absenceFactor, double topShare) {

    private static final int DECIMALS = 6;

    /**
     * Of people with at least one contribution.
     *
     * @param counts how many contributions each person made; not empty
     */
    static Evenness of(Collection<Long> counts) {
        NavigableMap<Long, Long> people = new TreeMap<>();
        counts.forEach(count -> people.merge(count, 1L, Long::sum));
        long total = counts.stream().mapToLong(Long::longValue).sum();
        double shannon = shannon(people, total);
        return new Evenness(
                rounded(shannon),
                rounded(Math.exp(shannon)),
                rounded(simpson(people, total)),
                absenceFactor(people, total),
                share(people.lastKey(), total));
    }

    /** A share of a whole, as tables show it. */
    static double share(long part, long whole) {
        return rounded((double) part / whole);
    }

    private static double shannon(NavigableMap<Long, Long> people, long total) {
        double sum = 0;
        for (Map.Entry<Long, Long> entry : people.entrySet()) {
            double share = (double) entry.getKey() / total;
            sum -= entry.getValue() * share * Math.log(share);
        }
        return sum;
    }

    private static double simpson(NavigableMap<Long, Long> people, long total) {
        double squares = 0;
        for (Map.Entry<Long, Long> entry : people.entrySet()) {
            squares += (double) entry.getValue() * entry.getKey() * entry.getKey();
        }
        return (double) total * total / squares;
    }

    private static long absenceFactor(NavigableMap<Long, Long> people, long total) {
        long taken = 0;
        long reached = 0;
        for (Map.Entry<Long, Long> next : people.descendingMap().entrySet()) {
            long missing = (total + 1) / 2 - reached;
            long enough = (missing + next.getKey() - 1) / next.getKey();
            if (enough <= next.getValue()) {
                return taken + enough;
            }
            taken += next.getValue();
            reached += next.getKey() * next.getValue();
        }
        return taken;
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
