// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broker and a registry that go away and come back where they were, with what they held. */
final class FragileCluster implements AutoCloseable {

    private final Path directory;
    private final int brokerPort;
    private final int registryPort;
    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedRegistry registry;

    FragileCluster(Path directory) {
        this.directory = directory;
        EmbeddedBroker first = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        EmbeddedRegistry firstRegistry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
        broker = first;
        registry = firstRegistry;
        brokerPort = port(first.bootstrapServers());
        registryPort = port(firstRegistry.url());
    }

    /** Properties of clients that do not wait long for a broker that is gone. */
    Map<String, Object> clients() {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + brokerPort,
                "max.block.ms",
                "4000",
                "request.timeout.ms",
                "2000",
                "delivery.timeout.ms",
                "4000",
                "default.api.timeout.ms",
                "8000");
    }

    /** The registry, of which nobody asks twice. */
    SchemaRegistry schemas() {
        return new SchemaRegistry("http://127.0.0.1:" + registryPort, Map.of("max.retries", "0"));
    }

    synchronized void stopBroker() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    synchronized void stopRegistry() {
        if (registry != null) {
            registry.close();
            registry = null;
        }
    }

    /** Starts whatever is gone. */
    synchronized void repair() {
        if (broker == null) {
            broker = EmbeddedBroker.start(directory.resolve("kafka"), brokerPort);
        }
        if (registry == null) {
            registry = EmbeddedRegistry.start(directory.resolve("registry"), registryPort);
        }
    }

    @Override
    public void close() {
        stopRegistry();
        stopBroker();
    }

    private static int port(String address) {
        return Integer.parseInt(address.replaceAll(".*:", ""));
    }
}
