// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.streams.explain.WeeklyFigure;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Accepts the name of a figure. */
final class FigureConverter implements ITypeConverter<WeeklyFigure> {

    @Override
    public WeeklyFigure convert(String text) {
        return WeeklyFigure.named(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a figure; there are " + String.join(", ", WeeklyFigure.names()) + "."));
    }

    /** The names of all figures. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return WeeklyFigure.names().iterator();
        }
    }
}
