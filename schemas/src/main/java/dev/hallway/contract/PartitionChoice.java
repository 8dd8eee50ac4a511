// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

/**
 * How many partitions the topics that are partitioned by repository are created with; those that exist keep theirs.
 *
 * <p>More instances and threads of streams than this share no more work.
 */
public final class PartitionChoice {

    /** What is chosen on a Kafka cluster if nobody says otherwise. */
    public static final int ON_A_CLUSTER = 12;

    /** What is chosen with the embedded broker if nobody says otherwise. */
    public static final int EMBEDDED = 4;

    /** The environment variable that says otherwise on a cluster. */
    public static final String VARIABLE = "HALLWAY_PARTITIONS";

    private static final int MOST = 1_000;

    private PartitionChoice() {}

    /** The number itself; throws {@link IllegalArgumentException} with the rule if topics cannot have so many. */
    public static int require(int partitions) {
        if (partitions < 1 || partitions > MOST) {
            throw refused(String.valueOf(partitions));
        }
        return partitions;
    }

    /** Reads a number; throws {@link IllegalArgumentException} with the rule if it is none that topics can have. */
    public static int parse(String text) {
        try {
            return require(Integer.parseInt(text.strip()));
        } catch (NumberFormatException noNumber) {
            throw refused(text);
        }
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("'" + text
                + "' is not a number of partitions: 1 to 1000 are possible, and as many instances and threads of streams"
                + " can share the work.");
    }
}
