// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import dev.hallway.people.PeopleRegistry;
import java.util.List;
import java.util.stream.Collectors;

/** What came of reading a file. */
public sealed interface PeopleReading {

    /**
     * It is right.
     *
     * @param registry what it says
     */
    record Read(PeopleRegistry registry) implements PeopleReading {}

    /**
     * It is wrong, and nothing of it is taken.
     *
     * @param mistakes all that is wrong, by line
     */
    record Refused(List<Mistake> mistakes) implements PeopleReading {

        /** Copies them. */
        public Refused {
            mistakes = List.copyOf(mistakes);
        }

        /** A line for each mistake. */
        public String in(Object file) {
            return mistakes.stream()
                    .map(mistake -> mistake.in(file))
                    .collect(Collectors.joining(System.lineSeparator()));
        }
    }
}
