// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which hours of GH Archive are complete enough to be used as facts. */
final class ArchiveHours {

    /** Since then events have the form that this import reads. */
    static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");

    /**
     * Events are missing since 2025-05-23, and their contents since 2025-10-07: only whole months before that are read.
     */
    static final Instant END = Instant.parse("2025-05-01T00:00:00Z");

    private static final Pattern NAME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9]|1[0-9]|2[0-3])\\.json\\.gz");

    private ArchiveHours() {}

    /** The hour a file is named after; empty if its name contains none. */
    static Optional<Instant> hour(String fileName) {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            Instant day =
                    LocalDate.parse(name.group(1)).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Optional.of(day.plus(Duration.ofHours(Long.parseLong(name.group(2)))));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** Why a file is not read, by its name; empty if it may be read. */
    static Optional<String> refusal(String fileName) {
        return hour(fileName).flatMap(ArchiveHours::refusal);
    }

    private static Optional<String> refusal(Instant hour) {
        if (isTooLate(hour)) {
            return Optional.of(
                    "GH Archive lost events since 2025-05-23 and their contents since 2025-10-07; hours from "
                            + LocalDate.ofInstant(END, ZoneOffset.UTC)
                            + " on are not read. Ingest without --archive reads that time from GitHub");
        }
        return isTooEarly(hour)
                ? Optional.of("before 2015 events had another form; hours before "
                        + LocalDate.ofInstant(FIRST, ZoneOffset.UTC) + " are not read")
                : Optional.empty();
    }

    static boolean isTooLate(Instant time) {
        return !time.isBefore(END);
    }

    static boolean isTooEarly(Instant time) {
        return time.isBefore(FIRST);
    }
}
