// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import dev.hallway.people.PeopleRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A registry of people in a file.
 *
 * @param path where it is
 */
public record PeopleFile(Path path) {

    /** Bytes that are read of a file at most: more would not fit the topic. */
    static final int LARGEST = 64 << 20;

    /** What is in the file now. */
    public sealed interface Content {

        /**
         * It could be read; the same if every byte is.
         *
         * @param bytes all that is in it
         */
        record Whole(ByteBuffer bytes) implements Content {

            @Override
            public PeopleReading reading() {
                return PeopleYaml.read(bytes);
            }
        }

        /**
         * It could not be read.
         *
         * @param why and what to do
         */
        record Unreadable(String why) implements Content {

            @Override
            public PeopleReading reading() {
                return new PeopleReading.Refused(List.of(new Mistake(0, why)));
            }
        }

        /** What came of it. */
        PeopleReading reading();
    }

    /** Reads it. */
    public Content content() {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return new Content.Unreadable(
                        "The file has more than " + LARGEST + " bytes (" + (LARGEST >> 20)
                                + " MiB), which no registry needs: leave out those who never contributed to your repositories.");
            }
            return new Content.Whole(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        } catch (NoSuchFileException missing) {
            return new Content.Unreadable("There is no such file: name one that exists.");
        } catch (IOException unreadable) {
            return new Content.Unreadable("The file cannot be read ("
                    + unreadable.getClass().getSimpleName() + ": " + unreadable.getMessage()
                    + "): name a file that can be.");
        }
    }

    /** A line for the log about what it says: its name and the gist, as "people.yaml: 41 people, 3 organisations". */
    public String line(PeopleRegistry registry) {
        return path.getFileName() + ": " + PeopleSummary.of(registry).gist();
    }
}
