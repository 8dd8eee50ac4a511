// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.jspecify.annotations.Nullable;

/** What a week shows of one figure; each kind has its own test against the weeks before. */
sealed interface Observation {

    /** So many decimals has whatever is no count and no duration. */
    int DECIMALS = 6;

    /** So many weeks, or pooled durations, a reference has at least. */
    int LEAST = 8;

    /** What tables show of it. */
    Shown shown();

    /**
     * Compared with the same figure of the weeks before.
     *
     * @param before of the same kind, a week each
     */
    Outcome against(List<Observation> before);

    /** What tables show of a figure. */
    sealed interface Shown {}

    /**
     * The figure.
     *
     * @param value a count, an index or share with 6 decimals, or a median in whole seconds
     * @param of from how many durations or items it is taken; null for counts and indices
     */
    record Value(BigDecimal value, @Nullable Long of) implements Shown {}

    /**
     * The week has none.
     *
     * @param reason why, as half a sentence
     */
    record NoValue(String reason) implements Shown {}

    /** What a test says. */
    sealed interface Outcome {}

    /**
     * How far the week lies from the weeks before.
     *
     * @param week what the week shows
     * @param reference what the weeks before show
     * @param p probability of a difference at least as large if nothing has changed
     * @param direction on which side of them it lies
     */
    record Difference(Value week, ReferenceWeeks reference, double p, Direction direction) implements Outcome {}

    /**
     * There is no test.
     *
     * @param reason why, as half a sentence
     */
    record TooFew(String reason) implements Outcome {}

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double variance(double[] values, double mean) {
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    private static double twoSided(double t, int degreesOfFreedom) {
        return Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t)));
    }

    private static BigDecimal decimals(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** The sum of exact decimals, so that a half is one. */
    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }

    private static List<BigDecimal> known(List<Observation> weeks) {
        return weeks.stream()
                .flatMap(week -> week.shown() instanceof Value known ? Stream.of(known.value()) : Stream.empty())
                .toList();
    }

    /** Of weeks that each have a value. */
    private static ReferenceWeeks reference(BigDecimal value, List<BigDecimal> weeks, long n) {
        List<BigDecimal> ascending = weeks.stream().sorted().toList();
        return new ReferenceWeeks(value, ascending.get(0), ascending.get(ascending.size() - 1), n);
    }

    private static String values(int count) {
        return count == 1 ? "1 value" : count + " values";
    }

    /** A count: Student's t, with the spread of a Poisson distribution or that of the weeks before, if that is larger. */
    record Count(long count) implements Observation {

        @Override
        public Value shown() {
            return new Value(BigDecimal.valueOf(count), null);
        }

        @Override
        public Outcome against(List<Observation> before) {
            List<BigDecimal> weeks = known(before);
            double[] counts =
                    weeks.stream().mapToDouble(BigDecimal::doubleValue).toArray();
            int k = counts.length;
            double mean = mean(counts);
            double expected = Math.max(mean, 1.0 / k);
            double dispersion = Math.max(1, variance(counts, mean) / expected);
            double t = (count - expected) / Math.sqrt(dispersion * expected * (1 + 1.0 / k));
            return new Difference(
                    shown(), reference(mean(weeks), weeks, k), twoSided(t, k - 1), Direction.of(count - mean));
        }
    }

    /**
     * An index: Student's t, over the weeks before that have it.
     *
     * @param index as the tables show it; null if the week has none
     */
    record Index(@Nullable Double index) implements Observation {

        @Override
        public Shown shown() {
            return index == null ? new NoValue("nobody known contributed in the week") : value(index);
        }

        @Override
        public Outcome against(List<Observation> before) {
            List<BigDecimal> weeks = known(before);
            if (index == null || weeks.size() < LEAST) {
                return new TooFew(
                        weeks.size() + " of the " + before.size() + " weeks before have one, and it takes " + LEAST);
            }
            double[] indices =
                    weeks.stream().mapToDouble(BigDecimal::doubleValue).toArray();
            double mean = mean(indices);
            double p = p(index, indices, mean);
            Direction direction = p == 1 ? Direction.SAME : Direction.of(index - mean);
            return new Difference(value(index), reference(mean(weeks), weeks, weeks.size()), p, direction);
        }

        private static Value value(double index) {
            return new Value(decimals(index), null);
        }

        private static double p(double value, double[] indices, double mean) {
            int k = indices.length;
            double first = indices[0];
            if (Arrays.stream(indices).allMatch(index -> index == first)) {
                return value == first ? 1 : 0;
            }
            return twoSided((value - mean) / Math.sqrt(variance(indices, mean) * (1 + 1.0 / k)), k - 1);
        }
    }

    /**
     * Durations: Mann and Whitney's U, with a correction for continuity and for ties.
     *
     * @param seconds in any order
     */
    record Durations(List<Long> seconds) implements Observation {

        private static final int LEAST_IN_THE_WEEK = 3;

        @Override
        public Shown shown() {
            return seconds.isEmpty()
                    ? new NoValue("no feedback was answered by a merge in the week")
                    : value(ascending(seconds));
        }

        @Override
        public Outcome against(List<Observation> before) {
            List<Long> pooled = before.stream()
                    .flatMap(week -> ((Durations) week).seconds().stream())
                    .sorted()
                    .toList();
            if (seconds.size() < LEAST_IN_THE_WEEK) {
                return new TooFew(
                        Observation.values(seconds.size()) + " in the week, and it takes " + LEAST_IN_THE_WEEK);
            }
            if (pooled.size() < LEAST) {
                return new TooFew(Observation.values(pooled.size()) + " in the weeks before, and it takes " + LEAST);
            }
            double[] values = ascending(seconds);
            double[] reference = ascending(pooled);
            ReferenceWeeks shown = new ReferenceWeeks(
                    decimals(median(reference)),
                    BigDecimal.valueOf(Quantile.ofSorted(pooled, 25)),
                    BigDecimal.valueOf(Quantile.ofSorted(pooled, 75)),
                    pooled.size());
            return allEqual(values, reference)
                    ? new Difference(value(values), shown, 1, Direction.SAME)
                    : difference(shown, values, reference);
        }

        private static Difference difference(ReferenceWeeks shown, double[] values, double[] reference) {
            SignificanceResult ranks = MannWhitneyUTest.withDefaults()
                    .with(PValueMethod.ASYMPTOTIC)
                    .with(ContinuityCorrection.ENABLED)
                    .test(values, reference);
            double expected = values.length * (double) reference.length / 2;
            return new Difference(
                    value(values),
                    shown,
                    Math.min(1, ranks.getPValue()),
                    Direction.of(ranks.getStatistic() - expected));
        }

        private static Value value(double[] ascending) {
            return new Value(
                    BigDecimal.valueOf(median(ascending)).setScale(0, RoundingMode.HALF_UP), (long) ascending.length);
        }

        private static boolean allEqual(double[] values, double[] reference) {
            return values[0] == reference[0]
                    && values[values.length - 1] == values[0]
                    && reference[reference.length - 1] == values[0];
        }

        private static double[] ascending(List<Long> seconds) {
            return seconds.stream().mapToDouble(Long::doubleValue).sorted().toArray();
        }

        private static double median(double[] sorted) {
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    /**
     * A share of items: Fisher's exact test, two-sided.
     *
     * @param hits how many of them
     * @param items of how many
     */
    record Share(int hits, int items) implements Observation {

        @Override
        public Shown shown() {
            return items == 0
                    ? new NoValue("none was opened in the week at least 48 hours before the data end")
                    : value();
        }

        private Value value() {
            return new Value(ratio(hits, items), (long) items);
        }

        @Override
        public Outcome against(List<Observation> before) {
            int referenceHits =
                    before.stream().mapToInt(week -> ((Share) week).hits()).sum();
            int referenceItems =
                    before.stream().mapToInt(week -> ((Share) week).items()).sum();
            if (items == 0 || referenceItems == 0) {
                return new TooFew("none was opened in the " + (items == 0 ? "week" : "weeks before"));
            }
            int[][] table = {{hits, items - hits}, {referenceHits, referenceItems - referenceHits}};
            return new Difference(
                    value(),
                    reference(ratio(referenceHits, referenceItems), known(before), referenceItems),
                    FisherExactTest.withDefaults().test(table).getPValue(),
                    Direction.of((double) hits * referenceItems - (double) referenceHits * items));
        }
    }
}
