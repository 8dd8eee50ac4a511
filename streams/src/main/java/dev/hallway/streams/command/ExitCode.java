// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.command;

/** What the process ends with. */
enum ExitCode {
    /** It was told to stop. */
    OK(0),
    /** Something unexpected; the log has it. */
    UNEXPECTED(1),
    /** An argument, a file or an environment variable is wrong, or a port is in use. */
    USAGE(2),
    /** Kafka or the schema registry cannot be reached, or refuses. */
    KAFKA(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
