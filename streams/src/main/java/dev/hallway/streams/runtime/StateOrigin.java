// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import dev.hallway.service.topic.CommittedRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the stores of an instance were built before somebody was forgotten: then they remember them, on whatever machine
 * they lie. A file in the state directory says how often somebody had been forgotten when they were begun.
 */
final class StateOrigin {

    private static final String FILE = "forgotten-times";

    private final Path directory;
    private final Path file;
    private final int times;

    /**
     * Of a state directory.
     *
     * @param times how often somebody was forgotten
     */
    StateOrigin(Path directory, int times) {
        this.directory = directory;
        this.file = directory.resolve(FILE);
        this.times = times;
    }

    /**
     * Looks at the state directory, and at how often somebody was forgotten.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka cannot be reached
     */
    static StateOrigin in(StreamsSettings settings) {
        int times = new CommittedRecords(settings.kafka(), settings.registry())
                .forgotten()
                .times();
        return new StateOrigin(settings.stateDirectory(), times);
    }

    /** True if the stores are to be deleted; also where there are none yet. */
    boolean isBeforeForgetting() {
        try {
            return times > 0
                    && (!Files.exists(file) || !Files.readString(file).strip().equals(Integer.toString(times)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read.", unreadable);
        }
    }

    /** Notes that what is there from now on was built after that. */
    void note() {
        try {
            Files.createDirectories(directory);
            Files.writeString(file, times + System.lineSeparator());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written.", unwritable);
        }
    }
}
