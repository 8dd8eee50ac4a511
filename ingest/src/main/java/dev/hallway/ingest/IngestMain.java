// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.ingest.command.IngestCommand;

/** Runs ingest alone, against an existing Kafka. */
public final class IngestMain {

    private IngestMain() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(IngestCommand.commandLine().execute(arguments));
    }
}
