// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.comparison.ComparedFigure;
import dev.hallway.streams.comparison.Direction;
import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.comparison.FigureComparison.NotCompared;
import dev.hallway.streams.comparison.ReferenceWeeks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What became of the figures of a week, in words: the figure, what the weeks before show, and on which side of them it
 * lies. Whether that is good is for the reader to say.
 */
final class ChangeWords {

    private static final int MOST_DECIMALS = 6;

    private enum Form {
        COUNT,
        /** An index that is a whole number. */
        RANK,
        DECIMAL,
        /** An index that is a share. */
        PERCENT,
        DURATION,
        /** A share of items. */
        SHARE
    }

    private ChangeWords() {}

    /** The figure, as {@code 12 pull requests merged}. */
    static String figure(Compared figure) {
        return figure(figure.figure(), figure.value(), figure.of(), decimals(figure));
    }

    /** The figure, as {@code 12 pull requests merged}. */
    static String figure(NotCompared figure) {
        return figure(figure.figure(), figure.value(), figure.of(), 0);
    }

    /** What it is compared with, as {@code in the 12 weeks before 4 to 7 (mean 5.5)}. */
    static String before(Compared changed, int weeks) {
        ComparedFigure figure = changed.figure();
        ReferenceWeeks reference = changed.reference();
        int decimals = decimals(changed);
        String value = value(figure, reference.value(), decimals);
        String least = value(figure, reference.least(), decimals);
        String most = value(figure, reference.most(), decimals);
        String range = least.equals(most) ? least : least + " to " + most;
        String inThem = "in the " + weeks + " weeks before ";
        return switch (form(figure)) {
            case COUNT, RANK, DECIMAL, PERCENT -> {
                String mean = isWhole(figure) ? rounded(reference.value(), 1) : value;
                yield (reference.n() == weeks ? inThem : "in " + reference.n() + " of the " + weeks + " weeks before ")
                        + (least.equals(most) ? "always " + least : range + " (mean " + mean + ")");
            }
            case DURATION -> inThem + value + " (median of " + reference.n() + "), half of them " + range;
            case SHARE -> inThem + value + " " + part(reference.value(), reference.n()) + ", by week " + range;
        };
    }

    /** On which side of the weeks before it lies, as {@code more than usual}. */
    static String direction(Compared changed) {
        boolean more = changed.direction() == Direction.MORE;
        String word =
                switch (form(changed.figure())) {
                    case COUNT, DECIMAL, SHARE -> more ? "more" : "fewer";
                    case PERCENT -> more ? "more" : "less";
                    case RANK -> more ? "higher" : "lower";
                    case DURATION -> more ? "longer" : "shorter";
                };
        return word + " than usual" + (form(changed.figure()) == Form.DURATION ? aside(changed) : "");
    }

    /** The figure without a value. */
    static String name(ComparedFigure figure) {
        return switch (figure) {
            case CONTRIBUTIONS -> "contributions";
            case CONTRIBUTORS -> "contributors";
            case NEWCOMERS -> "newcomers";
            case COMMUNITY_CONTRIBUTORS -> "community contributors";
            case ISSUES_OPENED -> "issues opened";
            case ISSUES_CLOSED -> "issues closed";
            case PULL_REQUESTS_OPENED -> "pull requests opened";
            case PULL_REQUESTS_MERGED -> "pull requests merged";
            case PULL_REQUESTS_CLOSED_UNMERGED -> "pull requests closed without a merge";
            case FEEDBACK_ANSWERED -> "issues answered by a merge";
            case EFFECTIVE_CONTRIBUTORS -> "effective contributors";
            case ABSENCE_FACTOR -> "contributor absence factor";
            case TOP_SHARE -> "share of the most active contributor";
            case EFFECTIVE_ORGANISATIONS -> "effective organisations";
            case OUTSIDE_HOME_SHARE -> "share of contributions from outside home";
            case FEEDBACK_TO_MERGE_LATENCY -> "feedback-to-merge latency";
            case ISSUES_ANSWERED_WITHIN_48_HOURS -> "issues answered within 48 hours";
            case PULL_REQUESTS_ANSWERED_WITHIN_48_HOURS -> "pull requests answered within 48 hours";
        };
    }

    private static String figure(ComparedFigure figure, BigDecimal number, @Nullable Long of, int decimals) {
        String value = value(figure, number, decimals);
        return switch (figure) {
            case CONTRIBUTIONS -> counted(value, "contribution", figure);
            case CONTRIBUTORS -> counted(value, "contributor", figure);
            case NEWCOMERS -> counted(value, "newcomer", figure);
            case COMMUNITY_CONTRIBUTORS -> counted(value, "community contributor", figure);
            case ISSUES_OPENED -> counted(value, "issue opened", figure);
            case ISSUES_CLOSED -> counted(value, "issue closed", figure);
            case PULL_REQUESTS_OPENED -> counted(value, "pull request opened", figure);
            case PULL_REQUESTS_MERGED -> counted(value, "pull request merged", figure);
            case PULL_REQUESTS_CLOSED_UNMERGED -> counted(value, "pull request closed without a merge", figure);
            case FEEDBACK_ANSWERED -> counted(value, "issue answered by a merge", figure);
            case EFFECTIVE_CONTRIBUTORS -> counted(value, "effective contributor", figure);
            case ABSENCE_FACTOR -> name(figure) + " " + value;
            case TOP_SHARE -> value + " of the contributions by the most active contributor";
            case EFFECTIVE_ORGANISATIONS -> counted(value, "effective organisation", figure);
            case OUTSIDE_HOME_SHARE -> value + " of the contributions from outside home";
            case FEEDBACK_TO_MERGE_LATENCY -> name(figure) + " " + value + " (median of " + of + ")";
            case ISSUES_ANSWERED_WITHIN_48_HOURS, PULL_REQUESTS_ANSWERED_WITHIN_48_HOURS ->
                value + " of " + name(figure) + " " + part(number, of == null ? 0 : of);
        };
    }

    private static String counted(String value, String one, ComparedFigure figure) {
        return value + " " + (value.equals("1") ? one : name(figure));
    }

    private static String value(ComparedFigure figure, BigDecimal value, int decimals) {
        return switch (form(figure)) {
            case COUNT, RANK -> rounded(value, 0);
            case DECIMAL -> rounded(value, Math.max(1, decimals));
            case PERCENT, SHARE -> rounded(value.movePointRight(2), decimals) + " %";
            case DURATION -> Wording.duration(wholeSeconds(value).longValueExact());
        };
    }

    private static Form form(ComparedFigure figure) {
        return switch (figure) {
            case CONTRIBUTIONS,
                    CONTRIBUTORS,
                    NEWCOMERS,
                    COMMUNITY_CONTRIBUTORS,
                    ISSUES_OPENED,
                    ISSUES_CLOSED,
                    PULL_REQUESTS_OPENED,
                    PULL_REQUESTS_MERGED,
                    PULL_REQUESTS_CLOSED_UNMERGED,
                    FEEDBACK_ANSWERED -> Form.COUNT;
            case ABSENCE_FACTOR -> Form.RANK;
            case EFFECTIVE_CONTRIBUTORS, EFFECTIVE_ORGANISATIONS -> Form.DECIMAL;
            case TOP_SHARE, OUTSIDE_HOME_SHARE -> Form.PERCENT;
            case FEEDBACK_TO_MERGE_LATENCY -> Form.DURATION;
            case ISSUES_ANSWERED_WITHIN_48_HOURS, PULL_REQUESTS_ANSWERED_WITHIN_48_HOURS -> Form.SHARE;
        };
    }

    private static boolean isWhole(ComparedFigure figure) {
        return form(figure) == Form.COUNT || form(figure) == Form.RANK;
    }

    /** So many that an index or share that changed does not look like the one before. */
    private static int decimals(Compared figure) {
        int decimals = 0;
        while (figure.changed()
                && decimals < MOST_DECIMALS
                && value(figure.figure(), figure.value(), decimals)
                        .equals(value(figure.figure(), figure.reference().value(), decimals))) {
            decimals++;
        }
        return decimals;
    }

    /** The test compares all durations by their ranks: their medians need not lie the same way. */
    private static String aside(Compared changed) {
        int medians = changed.value().compareTo(wholeSeconds(changed.reference().value()));
        boolean alike = changed.direction() == Direction.MORE ? medians > 0 : medians < 0;
        return alike ? "" : " on the whole, though not in the median";
    }

    private static String part(BigDecimal share, long whole) {
        return "(" + rounded(share.multiply(BigDecimal.valueOf(whole)), 0) + " of " + whole + ")";
    }

    private static BigDecimal wholeSeconds(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP);
    }

    private static String rounded(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
