// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.command;

import dev.hallway.contract.PartitionChoice;
import picocli.CommandLine.Option;

/** The option for the number of partitions topics are created with on a Kafka cluster. */
public final class PartitionOptions {

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "${env:" + PartitionChoice.VARIABLE + ":-" + PartitionChoice.ON_A_CLUSTER + "}",
            converter = PartitionNumber.class,
            description = "Partitions of the topics that are created, 1 to 1000; topics that exist keep theirs"
                    + " (environment: " + PartitionChoice.VARIABLE + "; default: ${DEFAULT-VALUE}).")
    private int partitions = PartitionChoice.ON_A_CLUSTER;

    /** The number. */
    public int number() {
        return partitions;
    }
}
