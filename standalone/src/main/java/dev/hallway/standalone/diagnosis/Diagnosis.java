// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.diagnosis;

import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.broker.BrokerLogs;
import dev.hallway.streams.failure.StoreFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for what keeps Hallway from working on a data directory on which none is running. */
public final class Diagnosis {

    private Diagnosis() {}

    /** Everything that is wrong and that does not pass by itself; empty if all is well. */
    public static List<Trouble> of(DataDirectory directory) {
        List<Trouble> troubles = new ArrayList<>();
        FreeSpace.under(directory.root()).trouble().ifPresent(troubles::add);
        logs(directory).ifPresent(troubles::add);
        stores(directory).ifPresent(troubles::add);
        return List.copyOf(troubles);
    }

    /** Whether records that had been written are missing. */
    public static Optional<Trouble> logs(DataDirectory directory) {
        return BrokerLogs.shortened(directory.kafka()).stream()
                .findFirst()
                .map(log -> new Trouble(
                        "Kafka",
                        "Records are missing in " + directory.kafka() + ": " + log.partition() + " ends before record "
                                + log.end() + ", and " + log.written() + " had been written. Move "
                                + directory.kafka() + " and " + directory.streams()
                                + " away and run the command again: it reads everything from GitHub again."));
    }

    /** Whether stores cannot be opened. */
    public static Optional<Trouble> stores(DataDirectory directory) {
        return StoreFiles.unusable(directory.streams()).map(reason -> new Trouble("Stores", reason));
    }
}
