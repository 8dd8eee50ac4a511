// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.cluster;

import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Path;

/** Runs a broker and a registry until standard input ends. */
public final class ClusterMain {

    /** Begins the line that says where they listen; anything else on standard output is not meant for the parent. */
    static final String READY = "cluster-ready ";

    private ClusterMain() {}

    /** Starts in the directory given as the only argument. */
    @SuppressWarnings("SystemOut") // Standard output is how the parent process is told.
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
                EmbeddedRegistry registry = EmbeddedRegistry.start(directory.resolve("registry"), 0)) {
            System.out.println(READY + broker.bootstrapServers() + " " + registry.url());
            waitForEndOfInput();
        }
    }

    private static void waitForEndOfInput() throws IOException {
        int next = System.in.read();
        while (next >= 0) {
            next = System.in.read();
        }
    }
}
