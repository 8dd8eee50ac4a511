// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.config;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.numbers.CheckSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;

/**
 * Values that are refused before anything starts: those that ingest's own settings refuse, and those that would write
 * other records.
 */
public final class Refusals {

    private static final List<String> CONVERTERS = List.of("key.converter", "value.converter");
    private static final String BYTES_AS_THEY_ARE = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final List<String> A_REPOSITORY = List.of("owner/repo");

    private Refusals() {}

    /**
     * Errors about the converters, which are not the connector's own properties.
     *
     * <p>They have to be set, even where the worker's defaults would do: a connector cannot see those, and any other
     * converter writes records that nobody can read.
     */
    public static List<ConfigValue> ofConverters(Map<String, String> properties) {
        List<ConfigValue> refused = new ArrayList<>();
        for (String name : CONVERTERS) {
            Optional<String> converter = Optional.ofNullable(properties.get(name));
            if (!converter.equals(Optional.of(BYTES_AS_THEY_ARE))) {
                String found = converter.map(other -> "is " + other).orElse("is not set");
                refused.add(new ConfigValue(
                        name,
                        converter.orElse(""),
                        List.of(),
                        List.of(name + " " + found + ": set it to " + BYTES_AS_THEY_ARE
                                + ", because the records are already in the bytes they have in Kafka.")));
            }
        }
        return refused;
    }

    /** A validator that refuses what a check refuses, with the check's message. */
    static ConfigDef.Validator of(Consumer<Object> check, String rule) {
        return ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    try {
                        check.accept(value);
                    } catch (IllegalArgumentException refused) {
                        throw new ConfigException(refused.getMessage());
                    }
                },
                () -> rule);
    }

    /** The same for a string or a secret that may be left out. */
    static ConfigDef.Validator unlessEmpty(Consumer<String> check, String rule) {
        return of(
                value -> {
                    String text = value instanceof Password secret ? secret.value() : String.valueOf(value);
                    if (!text.isEmpty()) {
                        check.accept(text);
                    }
                },
                "empty, or " + rule);
    }

    /** Adds errors about properties that contradict each other. */
    public static void addContradictions(Map<String, String> properties, List<ConfigValue> values) {
        Optional<String> contradiction = Identities.contradiction(
                properties.getOrDefault(GitHubSourceConfig.APP_ID, ""),
                properties.getOrDefault(GitHubSourceConfig.APP_KEY, ""),
                properties.getOrDefault(GitHubSourceConfig.APP_INSTALLATION, ""),
                !properties.getOrDefault(GitHubSourceConfig.TOKENS, "").isBlank());
        values.stream()
                .filter(value -> value.name().equals(GitHubSourceConfig.APP_ID))
                .forEach(value -> contradiction.ifPresent(value::addErrorMessage));
    }

    static void repositories(List<?> names) {
        check(IngestSettings.GITHUB, names.stream().map(String::valueOf).toList(), Duration.ofMinutes(1));
    }

    static void address(String url) {
        try {
            check(new URI(url), A_REPOSITORY, Duration.ofMinutes(1));
        } catch (URISyntaxException noAddress) {
            // Its message repeats the text, which may hold a password.
            throw new IllegalArgumentException(
                    "Not an address of a GitHub API: https://HOST or https://HOST/api/v3 is expected.");
        }
    }

    static void pollInterval(long milliseconds) {
        check(IngestSettings.GITHUB, A_REPOSITORY, Duration.ofMillis(milliseconds));
    }

    static void sweepInterval(long milliseconds) {
        check(Duration.ofMillis(milliseconds), CheckSettings.USUAL.reconcileInterval());
    }

    static void reconcileInterval(long milliseconds) {
        check(CheckSettings.USUAL.sweepInterval(), Duration.ofMillis(milliseconds));
    }

    private static void check(Duration sweepInterval, Duration reconcileInterval) {
        CheckSettings accepted = new CheckSettings(0, sweepInterval, reconcileInterval);
        assert accepted.probes() == 0;
    }

    /** Lets ingest's settings check one value among others that are valid. */
    private static void check(URI url, List<String> repositories, Duration pollInterval) {
        IngestSettings accepted = new IngestSettings(
                url,
                Access.anonymous(),
                repositories,
                Map.of(),
                SchemaRegistry.at("mock://nobody"),
                IngestSettings.ONLY_INGEST,
                pollInterval);
        assert !accepted.repositories().isEmpty();
    }
}
