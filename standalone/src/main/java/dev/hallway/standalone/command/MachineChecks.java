// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.standalone.Claim;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.InstanceLock;
import dev.hallway.standalone.diagnosis.Diagnosis;
import dev.hallway.standalone.diagnosis.FreeSpace;
import dev.hallway.standalone.failure.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks of this machine. */
final class MachineChecks {

    private static final int OLDEST_JAVA = 17;

    private MachineChecks() {}

    static Finding java() {
        int version = Runtime.version().feature();
        return version >= OLDEST_JAVA
                ? Finding.good("Java", Runtime.version() + " in " + System.getProperty("java.home"))
                : Finding.bad("Java", version + " is too old: install Java 17 or newer and set JAVA_HOME to it.");
    }

    static Finding dataDirectory(Path directory) {
        try {
            return Finding.good(
                    "Data directory", DataDirectory.prepare(directory).root() + " is writable");
        } catch (Failure failure) {
            return Finding.bad("Data directory", String.valueOf(failure.getMessage()));
        }
    }

    static Finding disk(Path directory) {
        try {
            FreeSpace free = FreeSpace.under(directory);
            return free.mib() >= FreeSpace.ENOUGH
                    ? Finding.good("Disk", free.mib() + " MiB free")
                    : Finding.bad("Disk", free.sentence());
        } catch (IOException unknown) {
            return Finding.bad(
                    "Disk",
                    "It is not known how much is free for " + directory + " (" + unknown.getMessage()
                            + "): see that the disk is there, or choose a directory on another one with --data-dir.");
        }
    }

    /** What is wrong with the files of Kafka and the stores, as far as nobody has them open. */
    static List<Finding> files(Path directory) {
        return Stream.of(directory, DemoServer.directory(directory))
                .map(DataDirectory::new)
                .filter(InstanceLock::isFree)
                .flatMap(idle -> Diagnosis.ofFiles(idle).stream())
                .map(trouble -> Finding.bad(trouble.subject(), trouble.sentence()))
                .toList();
    }

    /** The embedded Kafka and registry live and die with the Hallway that runs on the directory. */
    static Finding running(Path directory) {
        String subject = "Hallway, Kafka, schema registry";
        Claim claim;
        try {
            claim = InstanceLock.claim(new DataDirectory(directory));
        } catch (Failure failure) {
            return Finding.bad(subject, String.valueOf(failure.getMessage()));
        }
        if (claim instanceof Claim.Ours ours) {
            ours.lock().close();
            return Finding.good(subject, "not running; every command starts its own, 'hallway up' keeps it running");
        }
        return Finding.good(
                subject,
                "running"
                        + ((Claim.Theirs) claim)
                                .address()
                                .map(URI::toString)
                                .map(" at "::concat)
                                .orElse(", still starting"));
    }
}
