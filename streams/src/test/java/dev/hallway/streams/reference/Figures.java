// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arithmetic of the metric definitions, and how its results are written in cells. */
public final class Figures {

    private Figures() {}

    static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }

    /** The percentile by linear interpolation between closest ranks, half-up to a whole second; blank of nothing. */
    public static String percentile(List<Long> values, int percent) {
        if (values.isEmpty()) {
            return "";
        }
        List<Long> sorted = values.stream().sorted().toList();
        BigDecimal rank = BigDecimal.valueOf((sorted.size() - 1L) * percent, 2);
        int below = rank.intValue();
        int above = Math.min(below + 1, sorted.size() - 1);
        BigDecimal step = BigDecimal.valueOf(sorted.get(above) - sorted.get(below));
        return BigDecimal.valueOf(sorted.get(below))
                .add(step.multiply(rank.subtract(BigDecimal.valueOf(below))))
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** The mean, half-up to a whole second. */
    public static String mean(List<Long> values) {
        BigDecimal sum =
                BigDecimal.valueOf(values.stream().mapToLong(Long::longValue).sum());
        return sum.divide(BigDecimal.valueOf(values.size()), 0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Shannon's index of the shares that the counts are: &minus;&Sigma; p ln p. */
    public static double shannon(List<Long> counts) {
        double total = sum(counts);
        double sum = 0;
        for (long count : counts) {
            double share = count / total;
            sum -= share * Math.log(share);
        }
        return Math.max(0, sum);
    }

    /** 1 / &Sigma; p&sup2;, exactly. */
    public static String simpsonEffective(List<Long> counts) {
        long total = sum(counts);
        return ratio(
                total * total, counts.stream().mapToLong(count -> count * count).sum());
    }

    /** The least number of counts, largest first, that reach half of the total. */
    public static int absenceFactor(List<Long> counts) {
        List<Long> largestFirst =
                counts.stream().sorted((a, b) -> Long.compare(b, a)).toList();
        long total = sum(counts);
        long reached = 0;
        int people = 0;
        while (2 * reached < total) {
            reached += largestFirst.get(people);
            people++;
        }
        return people;
    }

    /** The largest count's share of the total. */
    public static String topShare(List<Long> counts) {
        return ratio(counts.stream().mapToLong(Long::longValue).max().orElseThrow(), sum(counts));
    }

    /** An index as cells show it. */
    public static String sixDecimals(double value) {
        return new BigDecimal(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    static String moment(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    static String flag(boolean value) {
        return Boolean.toString(value);
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** A share as cells show it. */
    public static String ratio(long part, long whole) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
