// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import java.util.HashMap;
import java.util.Map;

/**
 * The schema registry, and how to reach it.
 *
 * @param url address of a Confluent-compatible registry, or {@code mock://scope} in tests
 * @param properties further properties of Confluent's client, such as {@code basic.auth.user.info}; passed through as
 *     they are
 */
public record SchemaRegistry(String url, Map<String, String> properties) {

    /** Copies the properties. */
    public SchemaRegistry {
        properties = Map.copyOf(properties);
    }

    /** A registry that needs no further properties. */
    public static SchemaRegistry at(String url) {
        return new SchemaRegistry(url, Map.of());
    }

    /** The configuration for Confluent's serializers. */
    public Map<String, Object> clientConfig() {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG, url);
        return config;
    }

    /** Leaves the properties out: they may hold a password. */
    @Override
    public String toString() {
        return "SchemaRegistry[" + url + "]";
    }
}
