// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import dev.hallway.ingest.cursor.Start;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for where reading begins. */
final class StartOptions {

    @Option(
            names = "--since",
            paramLabel = "YYYY-MM-DD",
            description = "The first pull leaves out what has not changed since that day (UTC), which is recorded as a"
                    + " gap; a later run without it reads the rest.")
    private @Nullable LocalDate since;

    @Option(
            names = "--reset",
            description = "Forget first how far the repositories have been read, and read everything again; with"
                    + " --archive: read files again that were read before.")
    private boolean reset;

    @Option(
            names = "--verify",
            description = "Compare everything that has been read once with what GitHub shows now: items, comments and"
                    + " reviews, and what is no longer there.")
    private boolean verify;

    /** The settings; throws {@link IllegalArgumentException} with the rule and the remedy. */
    Start start() {
        if (since != null && since.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            throw new IllegalArgumentException("--since " + since + " is in the future: name a day that has begun.");
        }
        return new Start(
                Optional.ofNullable(since)
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                reset,
                verify);
    }
}
