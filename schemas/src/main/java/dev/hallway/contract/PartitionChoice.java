// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

/**
 * The number of partitions that topics partitioned by repository are created with; those that exist keep theirs.
 *
 * <p>More instances and threads of streams than this would have no work.
 */
public final class PartitionChoice {

    /** The default on a Kafka cluster. */
    public static final int ON_A_CLUSTER = 12;

    /** The default with the embedded broker. */
    public static final int EMBEDDED = 4;

    /** The environment variable that sets it on a cluster. */
    public static final String VARIABLE = "HALLWAY_PARTITIONS";

    private static final int MOST = 1_000;

    private PartitionChoice() {}

    /** The number itself; throws {@link IllegalArgumentException} with the rule if topics cannot have that many. */
    public static int require(int partitions) {
        if (partitions < 1 || partitions > MOST) {
            throw refused(String.valueOf(partitions));
        }
        return partitions;
    }

    /** Parses a number; throws {@link IllegalArgumentException} with the rule if topics cannot have that many. */
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
