// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;

/** The properties of Kafka's clients, from a file and from an address given separately. */
public final class KafkaProperties {

    private KafkaProperties() {}

    /** Reads them; throws {@link IllegalArgumentException} with the rule and the remedy. */
    public static Map<String, Object> read(@Nullable Path file, Optional<String> bootstrapServers) {
        Map<String, Object> properties = new HashMap<>();
        if (file != null) {
            load(file).forEach((name, value) -> properties.put(String.valueOf(name), value));
        }
        bootstrapServers.ifPresent(
                servers -> properties.putIfAbsent(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers));
        if (!properties.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalArgumentException("No Kafka is named: give --bootstrap-servers HOST:PORT, or a file with"
                    + " bootstrap.servers by --kafka-config.");
        }
        return properties;
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException(
                    "Kafka's configuration file '" + file + "' does not exist: give --kafka-config another.", missing);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "Kafka's configuration file '" + file + "' cannot be read as a properties file.", unreadable);
        }
    }
}
