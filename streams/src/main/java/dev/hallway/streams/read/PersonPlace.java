// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a person stands among those of a repository, newest first, in which a page can begin behind it.
 *
 * @param week the week in which the person came
 * @param firstAt when the first contribution counts, UTC
 * @param login a label, which sorts people who came at the same moment
 * @param person who it is: GitHub's id, or a negative number for somebody in the people registry
 */
public record PersonPlace(IsoWeek week, Instant firstAt, String login, long person) {

    /** Newest first, then by login. */
    public static final Comparator<PersonPlace> NEWEST_FIRST = Comparator.comparing(PersonPlace::week)
            .thenComparing(PersonPlace::firstAt)
            .reversed()
            .thenComparing(PersonPlace::login)
            .thenComparing(PersonPlace::person);

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9]{1,5})\\.(-?[0-9]{1,15})\\.(-?[0-9]{1,18})\\.(.{0,300})");

    /** Reads what {@link #toString} writes; empty if it is anything else. */
    public static Optional<PersonPlace> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new PersonPlace(
                        new IsoWeek(Integer.parseInt(written.group(1))),
                        Instant.ofEpochMilli(Long.parseLong(written.group(2))),
                        written.group(4),
                        Long.parseLong(written.group(3))))
                : Optional.empty();
    }

    /** As it stands in addresses, such as {@code 2820.1705572000000.17.ada}. */
    @Override
    public String toString() {
        return week.ordinal() + "." + firstAt.toEpochMilli() + "." + person + "." + login;
    }
}
