// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hallway.streams.explain.Explanation;
import dev.hallway.streams.explain.FigureValue;
import dev.hallway.streams.explain.WeeklyFigure;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an explanation as JSON shows it.
 *
 * @param repository {@code owner/repo} as GitHub writes it
 * @param figure its name
 * @param table the table that it is a column of
 * @param definition what it means, in one sentence
 * @param definedAt the section that defines it
 * @param week the week
 * @param window what the week covers
 * @param value its value as it was published; null if there is none
 * @param unavailable why there is no value; null if there is one
 * @param basis how the entries of all pages make the value
 * @param counted what it counted, on this page
 * @param leftOut what it left out, on this page
 * @param next address of the next page; absent on the last one
 */
record ExplanationView(
        String repository,
        String figure,
        String table,
        String definition,
        String definedAt,
        IsoWeek week,
        Window window,
        @Nullable Object value,
        @Nullable String unavailable,
        String basis,
        List<Explanation.Entry> counted,
        List<Explanation.Entry> leftOut,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    /**
     * What a week covers.
     *
     * @param from its beginning, included, UTC
     * @param to its end, which is no longer in it, UTC
     */
    record Window(Instant from, Instant to) {}

    static ExplanationView of(
            String repository, WeeklyFigure figure, IsoWeek week, Explanation page, String address, int limit) {
        FigureValue value = page.value();
        return new ExplanationView(
                repository,
                figure.toString(),
                figure.table().toString(),
                figure.definition(),
                figure.table().definedAt(),
                week,
                new Window(week.start(), week.end()),
                value instanceof FigureValue.Known known ? known.value() : null,
                unavailable(value),
                figure.basis().toString(),
                page.counted(),
                page.leftOut(),
                page.next() == null ? null : address + "?limit=" + limit + "&after=" + page.next());
    }

    private static @Nullable String unavailable(FigureValue value) {
        if (value instanceof FigureValue.Blank blank) {
            return blank.reason();
        }
        return value instanceof FigureValue.WithoutRow without ? without.reason() : null;
    }
}
