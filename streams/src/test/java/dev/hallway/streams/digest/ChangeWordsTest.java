// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.comparison.ComparedFigure;
import dev.hallway.streams.comparison.Direction;
import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.comparison.ReferenceWeeks;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PULL_REQUESTS_MERGED | 12 | | 5.5 | 4 | 7 | 12 | MORE | 12 pull requests merged; in the 12 weeks before "
                        + "4 to 7 (mean 5.5): more than usual",
                "ISSUES_OPENED | 1 | | 4 | 4 | 4 | 12 | LESS | 1 issue opened; in the 12 weeks before always 4: fewer "
                        + "than usual",
                "ABSENCE_FACTOR | 1 | | 3.25 | 2 | 5 | 10 | LESS | contributor absence factor 1; in 10 of the 12 weeks "
                        + "before 2 to 5 (mean 3.3): lower than usual",
                "EFFECTIVE_CONTRIBUTORS | 9.123456 | | 4.5 | 3.1 | 5.65 | 12 | MORE | 9.1 effective contributors; in the "
                        + "12 weeks before 3.1 to 5.7 (mean 4.5): more than usual",
                "TOP_SHARE | 0.2 | | 0.5 | 0.4 | 0.6 | 12 | LESS | 20 % of the contributions by the most active "
                        + "contributor; in the 12 weeks before 40 % to 60 % (mean 50 %): less than usual",
                "FEEDBACK_TO_MERGE_LATENCY | 172800 | 4 | 86400.5 | 3600 | 90000 | 20 | MORE | feedback-to-merge latency "
                        + "2 d (median of 4); in the 12 weeks before 1 d (median of 20), half of them 1 h to 1 d 1 h: "
                        + "longer than usual",
                "ISSUES_ANSWERED_WITHIN_48_HOURS | 0.4 | 10 | 0.9 | 0.5 | 1 | 30 | LESS | 40 % of issues answered within "
                        + "48 hours (4 of 10); in the 12 weeks before 90 % (27 of 30), by week 50 % to 100 %: fewer than "
                        + "usual",
            })
    void shouldSayComparedWithWhat(
            ComparedFigure figure,
            BigDecimal value,
            Long of,
            BigDecimal reference,
            BigDecimal least,
            BigDecimal most,
            long n,
            Direction direction,
            String sentence) {
        // Given
        Compared changed =
                new Compared(figure, value, of, new ReferenceWeeks(reference, least, most, n), 0.001, direction, true);

        // When, Then
        assertThat(words(changed)).isEqualTo(sentence);
    }

    @Test
    void shouldNotSayThatTheSameNumberIsMore() {
        // Given: a share that never moved, and moved a little
        BigDecimal usual = new BigDecimal("0.500000");
        Compared changed = new Compared(
                ComparedFigure.TOP_SHARE,
                new BigDecimal("0.500400"),
                null,
                new ReferenceWeeks(usual, usual, usual, 12),
                0,
                Direction.MORE,
                true);

        // When, Then
        assertThat(words(changed))
                .isEqualTo("50.04 % of the contributions by the most active contributor; in the 12 weeks before always "
                        + "50 %: more than usual");
    }

    @Test
    void shouldSayThatDurationsAreLongerAlthoughTheirMedianIsNot() {
        // Given
        BigDecimal day = BigDecimal.valueOf(86_400);
        Compared changed = new Compared(
                ComparedFigure.FEEDBACK_TO_MERGE_LATENCY,
                day,
                9L,
                new ReferenceWeeks(day, BigDecimal.valueOf(60), day, 40),
                0.001,
                Direction.MORE,
                true);

        // When, Then
        assertThat(words(changed)).endsWith(": longer than usual on the whole, though not in the median");
    }

    @ParameterizedTest
    @EnumSource
    void shouldJudgeNothing(ComparedFigure figure) {
        // Given
        Compared changed = new Compared(
                figure,
                BigDecimal.ONE,
                1L,
                new ReferenceWeeks(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TEN, 12),
                0.001,
                Direction.LESS,
                true);

        // When, Then
        assertThat(words(changed)).doesNotContain("better", "worse", "good", "bad", "↑", "↓");
    }

    private static String words(Compared changed) {
        return ChangeWords.figure(changed) + "; " + ChangeWords.before(changed, 12) + ": "
                + ChangeWords.direction(changed);
    }
}
