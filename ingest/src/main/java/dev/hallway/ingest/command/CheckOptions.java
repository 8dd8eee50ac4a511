// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import dev.hallway.ingest.numbers.CheckSettings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options for how often completeness is checked. */
public final class CheckOptions {

    @Option(
            names = "--sweep-every",
            paramLabel = "DURATION",
            defaultValue = "P1D",
            converter = Iso8601.class,
            description =
                    "How often to read open and recently closed items again, to find edits and, with a token, reviews"
                            + " that GitHub does not report; P1D is a day, PT6H six hours (default: ${DEFAULT-VALUE}).")
    private Duration sweepEvery = CheckSettings.USUAL.sweepInterval();

    @Option(
            names = "--reconcile-every",
            paramLabel = "DURATION",
            defaultValue = "P7D",
            converter = Iso8601.class,
            description =
                    "How often to look for all items and comments, to find deletions, transfers and silent changes,"
                            + " and to read a share of the comments and reviews again (default: ${DEFAULT-VALUE}).")
    private Duration reconcileEvery = CheckSettings.USUAL.reconcileInterval();

    /** The settings; throws {@link IllegalArgumentException} with the rule and the remedy. */
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
                                + "' is not an ISO 8601 duration: write a day as P1D, six hours as PT6H, half an hour as PT30M.");
            }
        }
    }
}
