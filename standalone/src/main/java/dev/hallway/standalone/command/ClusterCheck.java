// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.contract.InputPartitions;
import dev.hallway.contract.KafkaProperties;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The checks of a Kafka and a schema registry that {@code ingest} and {@code streams} are to run on. */
final class ClusterCheck {

    private static final String KAFKA = "Kafka";
    private static final String REGISTRY = "Schema registry";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private ClusterCheck() {}

    /** Whether brokers answer, and which of Hallway's topics they have. */
    static Finding kafka(@Nullable Path config, Optional<String> bootstrapServers) {
        Map<String, Object> properties;
        try {
            properties = new HashMap<>(KafkaProperties.read(config, bootstrapServers));
        } catch (IllegalArgumentException wrong) {
            return Finding.bad(KAFKA, String.valueOf(wrong.getMessage()));
        }
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        String servers = String.valueOf(properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        try (Admin admin = Admin.create(properties)) {
            int brokers = admin.describeCluster().nodes().get().size();
            List<String> missing = missing(admin.listTopics().names().get());
            if (InputPartitions.read(admin) instanceof InputPartitions.Disagreed disagreed) {
                return Finding.bad(KAFKA, disagreed.sentence());
            }
            String topics = missing.isEmpty()
                    ? "with all of Hallway's topics"
                    : "without " + String.join(", ", missing) + ": ingest and streams create them when they start";
            return Finding.good(KAFKA, servers + ", " + brokers + (brokers == 1 ? " broker, " : " brokers, ") + topics);
        } catch (ExecutionException refused) {
            return unusable(servers, refused.getCause() == null ? refused : refused.getCause());
        } catch (KafkaException refused) {
            return unusable(servers, refused.getCause() == null ? refused : refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Finding.bad(KAFKA, "interrupted");
        }
    }

    /** Whether a schema registry answers there. */
    static Finding registry(SchemaRegistry registry) {
        RestService rest = new RestService(registry.url());
        rest.setHttpConnectTimeoutMs((int) TIMEOUT.toMillis());
        rest.setHttpReadTimeoutMs((int) TIMEOUT.toMillis());
        try {
            int subjects = rest.getAllSubjects().size();
            return Finding.good(REGISTRY, registry.url() + " answers, " + subjects + " subjects");
        } catch (RestClientException refused) {
            return Finding.bad(
                    REGISTRY, registry.url() + " answers " + refused.getStatus() + ": check --schema-registry.");
        } catch (IOException unreachable) {
            return Finding.bad(
                    REGISTRY,
                    registry.url() + " cannot be reached: start the schema registry, or check --schema-registry.");
        } catch (IllegalArgumentException wrong) {
            return Finding.bad(REGISTRY, "'" + registry.url() + "' is no address: check --schema-registry.");
        }
    }

    private static List<String> missing(Set<String> present) {
        return Topics.ALL.stream()
                .map(Topic::name)
                .filter(name -> !present.contains(name))
                .toList();
    }

    private static Finding unusable(String servers, Throwable cause) {
        return Finding.bad(
                KAFKA,
                servers + " cannot be used (" + cause.getMessage()
                        + "): start Kafka, or check --bootstrap-servers and --kafka-config.");
    }
}
