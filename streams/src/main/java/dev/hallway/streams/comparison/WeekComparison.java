// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a week beside those of the weeks before it.
 *
 * @param week the week
 * @param basis the weeks that it is compared with, or why with none
 * @param figures all figures, in their order
 */
public record WeekComparison(IsoWeek week, Basis basis, List<FigureComparison> figures) {

    /** Those that were compared. */
    public List<Compared> compared() {
        return figures.stream()
                .filter(Compared.class::isInstance)
                .map(Compared.class::cast)
                .toList();
    }

    /** What a week is compared with. */
    public sealed interface Basis {}

    /**
     * With weeks before it.
     *
     * @param before which
     * @param count how many they are
     */
    public record WeeksBefore(WeekRange before, int count) implements Basis {

        static WeeksBefore of(IsoWeek week, int count) {
            return new WeeksBefore(WeekRange.trailing(week.previous(), count), count);
        }
    }

    /** With nothing. */
    public sealed interface Nothing extends Basis {

        /** Why, as half a sentence. */
        String reason();
    }

    /**
     * Too few weeks are known before it.
     *
     * @param weeksKnown how many
     */
    public record TooEarly(int weeksKnown) implements Nothing {
        @Override
        public String reason() {
            String known = weeksKnown == 1 ? "1 week is known" : weeksKnown + " weeks are known";
            return "too early to tell: " + known + " before it, and it takes " + Observation.LEAST;
        }
    }

    /**
     * GitHub has not been read to the end of the week.
     *
     * @param syncedAt until when it has; null before the first complete cycle
     */
    public record NotOver(@Nullable Instant syncedAt) implements Nothing {
        @Override
        public String reason() {
            return "the data do not reach to the end of the week";
        }
    }
}
