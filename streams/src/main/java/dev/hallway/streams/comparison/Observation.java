// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import dev.hallway.streams.comparison.Comparison.Difference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.jspecify.annotations.Nullable;

/** What a week shows of one figure; each kind has its own test against the weeks before. */
sealed interface Observation {

    /** So many decimals has whatever is no count and no duration. */
    int DECIMALS = 6;

    /** So many weeks, or pooled durations, a reference has at least. */
    int LEAST = 8;

    /**
     * Compared with the same figure of the weeks before; empty if there is too little to compare.
     *
     * @param before of the same kind, a week each
     */
    Optional<Difference> against(List<Observation> before);

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
    private static BigDecimal meanInDecimals(double[] values) {
        return Arrays.stream(values)
                .mapToObj(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.length), DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }

    /** A count: Student's t, with the spread of a Poisson distribution or that of the weeks before, if that is larger. */
    record Count(long value) implements Observation {

        @Override
        public Optional<Difference> against(List<Observation> before) {
            double[] counts =
                    before.stream().mapToDouble(week -> ((Count) week).value()).toArray();
            int k = counts.length;
            double mean = mean(counts);
            double expected = Math.max(mean, 1.0 / k);
            double dispersion = Math.max(1, variance(counts, mean) / expected);
            double t = (value - expected) / Math.sqrt(dispersion * expected * (1 + 1.0 / k));
            return Optional.of(
                    new Difference(BigDecimal.valueOf(value), meanInDecimals(counts), k, twoSided(t, k - 1)));
        }
    }

    /**
     * An index: Student's t, over the weeks before that have it.
     *
     * @param value as the tables show it; null if the week has none
     */
    record Index(@Nullable Double value) implements Observation {

        @Override
        public Optional<Difference> against(List<Observation> before) {
            double[] indices = before.stream()
                    .flatMap(week -> Optional.ofNullable(((Index) week).value()).stream())
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (value == null || indices.length < LEAST) {
                return Optional.empty();
            }
            double mean = mean(indices);
            return Optional.of(
                    new Difference(decimals(value), meanInDecimals(indices), indices.length, p(value, indices, mean)));
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
        public Optional<Difference> against(List<Observation> before) {
            double[] reference = before.stream()
                    .flatMap(week -> ((Durations) week).seconds().stream())
                    .mapToDouble(Long::doubleValue)
                    .sorted()
                    .toArray();
            if (seconds.size() < LEAST_IN_THE_WEEK || reference.length < LEAST) {
                return Optional.empty();
            }
            double[] values =
                    seconds.stream().mapToDouble(Long::doubleValue).sorted().toArray();
            return Optional.of(new Difference(
                    BigDecimal.valueOf(median(values)).setScale(0, RoundingMode.HALF_UP),
                    decimals(median(reference)),
                    reference.length,
                    p(values, reference)));
        }

        private static double p(double[] values, double[] reference) {
            boolean allEqual = values[0] == reference[0]
                    && values[values.length - 1] == values[0]
                    && reference[reference.length - 1] == values[0];
            return allEqual
                    ? 1
                    : Math.min(
                            1,
                            MannWhitneyUTest.withDefaults()
                                    .with(PValueMethod.ASYMPTOTIC)
                                    .with(ContinuityCorrection.ENABLED)
                                    .test(values, reference)
                                    .getPValue());
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
        public Optional<Difference> against(List<Observation> before) {
            int referenceHits =
                    before.stream().mapToInt(week -> ((Share) week).hits()).sum();
            int referenceItems =
                    before.stream().mapToInt(week -> ((Share) week).items()).sum();
            if (items == 0 || referenceItems == 0) {
                return Optional.empty();
            }
            int[][] table = {{hits, items - hits}, {referenceHits, referenceItems - referenceHits}};
            return Optional.of(new Difference(
                    ratio(hits, items),
                    ratio(referenceHits, referenceItems),
                    referenceItems,
                    FisherExactTest.withDefaults().test(table).getPValue()));
        }
    }
}
