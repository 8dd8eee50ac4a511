// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.cluster;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.runtime.StreamsRuntime;
import dev.hallway.streams.runtime.StreamsSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** Runs streams as in production until standard input ends. */
public final class StreamsServiceMain {

    private static final int THREADS = 1;

    private StreamsServiceMain() {}

    /** Takes the address of the broker, that of the registry, and where stores are kept. */
    public static void main(String[] arguments) throws IOException {
        StreamsSettings settings = new StreamsSettings(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, arguments[0]),
                SchemaRegistry.at(arguments[1]),
                Path.of(arguments[2]),
                HttpSettings.loopback(0),
                THREADS);
        try (StreamsRuntime runtime = StreamsRuntime.start(settings)) {
            ChildProcess.serve(runtime.address().toString());
        }
    }
}
