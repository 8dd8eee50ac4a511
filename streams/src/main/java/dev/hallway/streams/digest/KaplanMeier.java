// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The Kaplan–Meier estimate of how long something lasts when some of it has not ended yet.
 *
 * <p>Leaving out what still waits would make waiting look short; this estimate uses that it has waited at least so
 * long. At equal times, endings come before censorings, as is usual.
 */
public final class KaplanMeier {

    private static final double HALF = 0.5;
    /** Products of fractions miss one half by a rounding error; a survival this close to it is one half. */
    private static final double ROUNDING = 1e-12;

    private final TreeMap<Long, Tally> tallies = new TreeMap<>();
    private final long observations;
    private final long endings;

    private KaplanMeier(List<Observation> observed) {
        for (Observation one : observed) {
            tallies.merge(
                    one.seconds(),
                    one.ended() ? new Tally(1, 0) : new Tally(0, 1),
                    (a, b) -> new Tally(a.ended + b.ended, a.censored + b.censored));
        }
        observations = observed.size();
        endings = observed.stream().filter(Observation::ended).count();
    }

    /** The estimate from these observations, in any order. */
    public static KaplanMeier of(List<Observation> observed) {
        return new KaplanMeier(observed);
    }

    /** Least time in seconds by which at least half is estimated to have ended; empty if it is not reached. */
    public OptionalLong medianSeconds() {
        double surviving = 1;
        long atRisk = observations;
        for (var entry : tallies.entrySet()) {
            Tally tally = entry.getValue();
            surviving *= (double) (atRisk - tally.ended) / atRisk;
            if (tally.ended > 0 && surviving <= HALF + ROUNDING) {
                return OptionalLong.of(entry.getKey());
            }
            atRisk -= tally.ended + tally.censored;
        }
        return OptionalLong.empty();
    }

    /** How many were observed. */
    public long observations() {
        return observations;
    }

    /** How many of them ended. */
    public long endings() {
        return endings;
    }

    /**
     * One thing observed.
     *
     * @param seconds how long it lasted, or had lasted when it was last seen; not negative
     * @param ended true if it ended then; false if it was still going on (censored)
     */
    public record Observation(long seconds, boolean ended) {

        /** Refuses a negative duration. */
        public Observation {
            if (seconds < 0) {
                throw new IllegalArgumentException("An observation cannot have lasted " + seconds + " seconds.");
            }
        }
    }

    private record Tally(long ended, long censored) {}
}
