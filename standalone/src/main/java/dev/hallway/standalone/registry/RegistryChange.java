// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import org.jspecify.annotations.Nullable;

/** A change of the registry, as the journal keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegistryChange.SchemaAdded.class, name = "schema-added"),
    @JsonSubTypes.Type(value = RegistryChange.LevelSet.class, name = "level-set")
})
sealed interface RegistryChange {

    /** A subject has a new version. */
    record SchemaAdded(String subject, int version, int id, String schema) implements RegistryChange {}

    /**
     * A compatibility level changes.
     *
     * @param subject the subject; null for the level of all subjects that have none of their own
     * @param level the level; null if the subject has none of its own any more
     */
    record LevelSet(@Nullable String subject, @Nullable CompatibilityLevel level) implements RegistryChange {}
}
