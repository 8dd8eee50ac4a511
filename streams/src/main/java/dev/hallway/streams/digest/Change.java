// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.digest.Measure.Good;
import java.util.Comparator;

/**
 * A figure of this week beside last week's.
 *
 * @param measure what is compared
 * @param thisWeek the digest's week
 * @param lastWeek the week before
 * @param verdict whether it got better or worse
 * @param magnitude how far apart the two are, from 0 (equal) to 1 (one of them is zero); the change's share of the
 *     larger one
 */
public record Change(Measure measure, Figure thisWeek, Figure lastWeek, Verdict verdict, double magnitude) {

    /** Deteriorations first, the biggest first; then improvements; what cannot be compared comes last. */
    static final Comparator<Change> WORST_FIRST = Comparator.comparing(Change::verdict)
            .thenComparing(Comparator.comparingDouble(Change::magnitude).reversed())
            .thenComparing(Change::measure);

    /** Whether it got better or worse; in the order in which the digest tells it. */
    public enum Verdict {
        WORSE,
        BETTER,
        /** It changed, but neither way is better. */
        CHANGED,
        UNCHANGED,
        /** One of the two is not known. */
        NOT_COMPARABLE
    }

    static Change between(Measure measure, Figure thisWeek, Figure lastWeek) {
        if (!(thisWeek instanceof Figure.Known now) || !(lastWeek instanceof Figure.Known before)) {
            return new Change(measure, thisWeek, lastWeek, Verdict.NOT_COMPARABLE, 0);
        }
        double difference = now.value() - before.value();
        double larger = Math.max(Math.abs(now.value()), Math.abs(before.value()));
        double magnitude = larger == 0 ? 0 : Math.min(1, Math.abs(difference) / larger);
        return new Change(measure, thisWeek, lastWeek, judge(measure.good(), difference), magnitude);
    }

    private static Verdict judge(Good good, double difference) {
        if (difference == 0) {
            return Verdict.UNCHANGED;
        }
        if (good == Good.NEITHER) {
            return Verdict.CHANGED;
        }
        return difference > 0 == (good == Good.HIGHER) ? Verdict.BETTER : Verdict.WORSE;
    }
}
