// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.diagnosis;

import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.broker.BrokerLogs;
import dev.hallway.standalone.broker.BrokerLogs.Fault;
import dev.hallway.standalone.broker.BrokerLogs.Shortened;
import dev.hallway.standalone.broker.BrokerLogs.Unreadable;
import dev.hallway.streams.failure.StoreFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what keeps Hallway from working on a data directory on which none is running. */
public final class Diagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);

    private Diagnosis() {}

    /** Everything that is wrong and that does not pass by itself; empty if all is well. */
    public static List<Trouble> of(DataDirectory directory) {
        return Stream.concat(disk(directory).stream(), ofFiles(directory).stream())
                .toList();
    }

    /** What is wrong with the files of Kafka and the stores. */
    public static List<Trouble> ofFiles(DataDirectory directory) {
        return Stream.of(logs(directory), stores(directory))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether records that had been written are missing, or cannot be read. */
    public static Optional<Trouble> logs(DataDirectory directory) {
        return BrokerLogs.faults(directory.kafka()).stream().findFirst().map(fault -> trouble(directory, fault));
    }

    private static Trouble trouble(DataDirectory directory, Fault fault) {
        if (fault instanceof Shortened log) {
            return Trouble.missingRecords(directory.kafka().toString(), log.partition(), log.end(), log.written());
        }
        Unreadable log = (Unreadable) fault;
        return Trouble.unreadableLog(log.path(), log.reason());
    }

    private static Optional<Trouble> stores(DataDirectory directory) {
        return StoreFiles.unusable(directory.streams()).map(reason -> new Trouble("Stores", reason));
    }

    private static Optional<Trouble> disk(DataDirectory directory) {
        try {
            return FreeSpace.under(directory.root()).trouble();
        } catch (IOException unknown) {
            // Some file systems never say; that is no sign that this one is full.
            LOG.warn("It is not known how much is free for {}.", directory.root(), unknown);
            return Optional.empty();
        }
    }
}
