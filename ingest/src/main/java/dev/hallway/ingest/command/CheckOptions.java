// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import dev.hallway.ingest.numbers.CheckSettings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how often completeness is checked. */
public final class CheckOptions {

    @Option(
            names = "--sweep-every",
            paramLabel = "DURATION",
            defaultValue = "P1D",
            converter = Iso8601.class,
            description =
                    "How often open and recently closed items are read again, for edits and, with a token, reviews"
                            + " that GitHub does not tell; P1D is a day, PT6H six hours (default: ${DEFAULT-VALUE}).")
    private Duration sweepEvery = CheckSettings.USUAL.sweepInterval();

    @Option(
            names = "--reconcile-every",
            paramLabel = "DURATION",
            defaultValue = "P7D",
            converter = Iso8601.class,
            description = "How often all items and comments are looked for, so that deletions and transfers show"
                    + " (default: ${DEFAULT-VALUE}).")
    private Duration reconcileEvery = CheckSettings.USUAL.reconcileInterval();

    /** What they say; throws {@link IllegalArgumentException} with the rule and the remedy. */
    public CheckSettings settings() {
        return new CheckSettings(CheckSettings.USUAL.probes(), sweepEvery, reconcileEvery);
    }

    private static final class Iso8601 implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException noDuration) {
                throw new TypeConversionException(
                        "'" + text
                                + "' is not a duration of ISO 8601: write a day as P1D, six hours as PT6H, half an hour as PT30M.");
            }
        }
    }
}
