// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.cluster;

import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Path;

/** Runs a broker and a registry until standard input ends. */
public final class ClusterMain {

    private ClusterMain() {}

    /** Starts in the directory given as the only argument. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
                EmbeddedRegistry registry = EmbeddedRegistry.start(directory.resolve("registry"), 0)) {
            ChildProcess.serve(broker.bootstrapServers(), registry.url());
        }
    }
}
