// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.streams.week.IsoWeek;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Accepts an ISO-8601 week. */
final class WeekConverter implements ITypeConverter<IsoWeek> {

    @Override
    public IsoWeek convert(String text) {
        try {
            return IsoWeek.parse(text);
        } catch (IllegalArgumentException invalid) {
            throw new TypeConversionException(String.valueOf(invalid.getMessage()));
        }
    }
}
