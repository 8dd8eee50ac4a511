// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import dev.hallway.people.PeopleRegistry;

/**
 * A file that has been read and found right.
 *
 * @param file where it is
 * @param content what was in it then
 * @param registry what that says
 */
public record CheckedPeople(PeopleFile file, PeopleFile.Content content, PeopleRegistry registry) {

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is wrong, with a line for each mistake
     */
    public static CheckedPeople read(PeopleFile file) {
        PeopleFile.Content content = file.content();
        PeopleReading reading = content.reading();
        if (reading instanceof PeopleReading.Refused refused) {
            throw new IllegalArgumentException("The people file is refused, and nothing was started:"
                    + System.lineSeparator() + refused.in(file.path()));
        }
        return new CheckedPeople(file, content, ((PeopleReading.Read) reading).registry());
    }

    /** A line for the log: the file's name and the gist. */
    public String line() {
        return file.line(registry);
    }
}
