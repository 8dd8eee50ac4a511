// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.streams.http.HttpSettings;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where and how the topology runs.
 *
 * @param kafka properties of the Kafka clients, passed through as they are; {@code bootstrap.servers} at least
 * @param registry where schemas are
 * @param stateDirectory where stores are kept; state that is lost is rebuilt from Kafka
 * @param http how the queries are served
 * @param threads how many stream threads share the work
 */
public record StreamsSettings(
        Map<String, Object> kafka, SchemaRegistry registry, Path stateDirectory, HttpSettings http, int threads) {

    /** Copies the properties. */
    public StreamsSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Leaves the properties out: they may hold a password. */
    @Override
    public String toString() {
        return "StreamsSettings[" + registry + ", " + stateDirectory + ", threads=" + threads + "]";
    }
}
