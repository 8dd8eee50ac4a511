// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.diagnosis;

import java.nio.file.Path;

/**
 * Something that is wrong.
 *
 * @param subject what is wrong, in a word or two
 * @param sentence what exactly, and what helps
 */
public record Trouble(String subject, String sentence) {

    private static final String KAFKA = "Kafka";
    private static final String READ_AGAIN = "move the directories kafka and streams of the data directory away and run"
            + " the command again; it reads everything from GitHub again.";

    /**
     * Records that had been written are missing in the embedded Kafka.
     *
     * @param place where they are missing
     * @param partition their topic and partition, {@code topic-partition}
     * @param end the offset after the last record that is there
     * @param written the offset after the last record that had been written
     */
    public static Trouble missingRecords(String place, String partition, long end, long written) {
        return new Trouble(
                KAFKA,
                "Records are missing in " + place + ": " + partition + " ends before record " + end + ", and " + written
                        + " had been written: " + READ_AGAIN);
    }

    static Trouble unreadableLog(Path path, String reason) {
        return new Trouble(
                KAFKA, path + " cannot be read (" + reason + "): make it readable for this user, or " + READ_AGAIN);
    }
}
