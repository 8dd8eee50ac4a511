// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.contract.PartitionChoice;
import dev.hallway.service.command.PartitionNumber;
import picocli.CommandLine.Option;

/** The option for the number of partitions topics are created with in the embedded broker. */
final class EmbeddedPartitions {

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "" + PartitionChoice.EMBEDDED,
            converter = PartitionNumber.class,
            description = "Partitions of the topics that are created, 1 to 1000; a second run keeps those of the first."
                    + " Default: ${DEFAULT-VALUE}.")
    private int partitions = PartitionChoice.EMBEDDED;

    int number() {
        return partitions;
    }
}
