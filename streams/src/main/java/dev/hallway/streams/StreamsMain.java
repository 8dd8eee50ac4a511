// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams;

import dev.hallway.streams.command.StreamsCommand;

/** Runs streams alone, against an existing Kafka. */
public final class StreamsMain {

    private StreamsMain() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(StreamsCommand.commandLine().execute(arguments));
    }
}
