// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

/** The exit codes of the process. */
public enum IngestExitCode {
    /** Everything was read, or ingest was asked to stop. */
    OK(0),
    /** Something unexpected; see the log. */
    UNEXPECTED(1),
    /** An argument, a file or an environment variable is wrong. */
    USAGE(2),
    /** With {@code --once} or {@code --archive}: a repository or a file could not be read to the end. */
    INCOMPLETE(3),
    /** Kafka or the schema registry cannot be reached, or refuses. */
    KAFKA(4),
    /** Another ingest with the same id has taken over. */
    SUPERSEDED(5);

    private final int code;

    IngestExitCode(int code) {
        this.code = code;
    }

    /** The number. */
    public int code() {
        return code;
    }
}
