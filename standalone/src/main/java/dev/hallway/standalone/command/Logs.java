// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** Where log lines go: nowhere until a command has decided. */
final class Logs {

    private static final String CONFIGURATION = "logback.configurationFile";
    private static final String QUIET = "logback-quiet.xml";

    private Logs() {}

    /** To nowhere, until the data directory is known; has to be called before the first logger is made. */
    static void quiet() {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, QUIET);
        }
    }

    /** To {@code hallway.log} in the directory. */
    static void toFile(Path directory) {
        System.setProperty("hallway.logs", directory.toString());
        configure("logback-file.xml");
    }

    /** To stderr, for the parts that run alone. */
    static void toStderr() {
        configure("logback-stderr.xml");
    }

    private static void configure(String resource) {
        boolean ownChoice = !Objects.equals(System.getProperty(CONFIGURATION), QUIET);
        if (ownChoice || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        URL configuration = Objects.requireNonNull(Logs.class.getClassLoader().getResource(resource), resource);
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException broken) {
            throw new IllegalStateException(resource + " is not a configuration of Logback.", broken);
        }
    }
}
