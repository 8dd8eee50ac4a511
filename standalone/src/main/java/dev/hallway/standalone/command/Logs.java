// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import java.nio.file.Path;

/** Where log lines go. */
final class Logs {

    private static final String CONFIGURATION = "logback.configurationFile";

    private Logs() {}

    /** To {@code hallway.log} in the directory; has an effect only before the first line is logged. */
    static void toFile(Path directory) {
        System.setProperty("hallway.logs", directory.toString());
        configure("logback-file.xml");
    }

    /** To stderr, for the parts that run alone. */
    static void toStderr() {
        configure("logback-stderr.xml");
    }

    private static void configure(String resource) {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, resource);
        }
    }
}
