// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a process ends with: of the {@code hallway} command and of each part that runs on its own, with the same meaning
 * everywhere.
 */
public enum HallwayExitCode {
    OK(0, "everything asked for was done"),
    FAILED(1, "something went wrong; see the log"),
    USAGE(2, "wrong arguments, or a wrong file or environment variable"),
    OUT_OF_MEMORY(3, "memory ran out"), // What Java itself ends with then.
    DATA_DIRECTORY(4, "the data directory cannot be used"),
    ALREADY_RUNNING(5, "Hallway already runs on that data directory"),
    PORT_TAKEN(6, "a port is in use"),
    GITHUB(7, "GitHub refused, is unreachable, or has no such repository"),
    KAFKA(8, "Kafka or the schema registry is unreachable, or refuses"),
    NOT_HELD(9, "the running Hallway does not have that repository"),
    TIMED_OUT(10, "the metrics did not catch up in time"),
    UNHEALTHY(11, "doctor found something to repair"),
    SUPERSEDED(12, "another ingest with the same id has taken over on this Kafka"),
    INCOMPLETE(13, "a repository or a file could not be read whole; what is known was written"),
    JAVA(14, "Java 17 or newer is missing"),
    INTERRUPTED(130, "interrupted; the same command continues where it stopped");

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

    /** Codes and their meanings, in order, as help pages list them. */
    public static Map<String, String> meanings(HallwayExitCode... codes) {
        Map<String, String> meanings = new LinkedHashMap<>();
        Arrays.stream(codes).sorted().forEach(exit -> meanings.put(" " + exit.code, exit.meaning));
        return meanings;
    }
}
