// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import dev.hallway.contract.SchemaRegistry;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where and how the topology runs.
 *
 * @param kafka properties of the Kafka clients, passed through as they are; {@code bootstrap.servers} at least
 * @param registry where schemas are
 * @param stateDirectory where stores are kept; state that is lost is rebuilt from Kafka
 * @param httpHost address the queries are served on
 * @param httpPort port the queries are served on; 0 for any free one
 * @param threads how many stream threads share the work
 */
public record StreamsSettings(
        Map<String, Object> kafka,
        SchemaRegistry registry,
        Path stateDirectory,
        String httpHost,
        int httpPort,
        int threads) {

    /** Copies the properties. */
    public StreamsSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Leaves the properties out: they may hold a password. */
    @Override
    public String toString() {
        return "StreamsSettings[" + registry + ", " + stateDirectory + ", " + httpHost + ":" + httpPort + ", threads="
                + threads + "]";
    }
}
