// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.failure;

/** The exit codes of the {@code hallway} process. */
public enum HallwayExitCode {
    OK(0, "done"),
    FAILED(1, "something went wrong; see the log"),
    USAGE(2, "wrong arguments"),
    JAVA(3, "Java 17 or newer is missing"),
    DATA_DIRECTORY(4, "the data directory cannot be used"),
    ALREADY_RUNNING(5, "Hallway already runs on that data directory"),
    PORT_TAKEN(6, "a port is in use"),
    GITHUB(7, "GitHub refused, is unreachable, or has no such repository"),
    KAFKA(8, "Kafka or the schema registry is unreachable"),
    NOT_HELD(9, "the running Hallway does not have that repository"),
    TIMED_OUT(10, "the metrics did not catch up in time"),
    UNHEALTHY(11, "doctor found something to repair"),
    SUPERSEDED(12, "another ingest with the same id has taken over on this Kafka"),
    INCOMPLETE(13, "a repository is not completely known; what is known was written");

    private final int code;
    private final String meaning;

    HallwayExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The process's exit status. */
    public int code() {
        return code;
    }

    /** What it means, for people. */
    public String meaning() {
        return meaning;
    }
}
