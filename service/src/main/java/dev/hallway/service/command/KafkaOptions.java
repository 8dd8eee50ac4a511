// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.command;

import dev.hallway.contract.KafkaProperties;
import dev.hallway.contract.SchemaRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which Kafka and which schema registry. */
public final class KafkaOptions {

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description =
                    "Properties for Kafka's clients, and for Kafka Streams where it runs, passed through as they are.")
    private @Nullable Path kafkaConfig;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-}",
            description = "Kafka, unless the file names it (environment: KAFKA_BOOTSTRAP_SERVERS).")
    private String bootstrapServers = "";

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            defaultValue = "${env:SCHEMA_REGISTRY_URL:-http://127.0.0.1:8081}",
            description = "Schema registry (environment: SCHEMA_REGISTRY_URL; default: ${DEFAULT-VALUE}).")
    private String schemaRegistry = "";

    /**
     * Configuration for Kafka's clients.
     *
     * @throws IllegalArgumentException if the file cannot be read, or nothing names a Kafka
     */
    public Map<String, Object> properties() {
        return KafkaProperties.read(kafkaConfig, Optional.of(bootstrapServers).filter(servers -> !servers.isBlank()));
    }

    /** Where the schemas are. */
    public SchemaRegistry registry() {
        return SchemaRegistry.at(schemaRegistry);
    }
}
