// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.avro.SchemaParseException;

/** Reads the bodies of requests. */
final class SchemaRequest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaRequest() {}

    /** The schema in the body, in Confluent's normal form if requested. */
    static AvroSchema schema(String body, boolean normalize) {
        JsonNode request = parse(body);
        String type = request.path("schemaType").asText(AvroSchema.TYPE);
        if (!type.equals(AvroSchema.TYPE)) {
            throw RegistryError.invalidSchema("type " + type + " is not supported, only AVRO is");
        }
        if (!request.path("references").isEmpty()) {
            throw RegistryError.invalidSchema("references are not supported, schemas must be whole");
        }
        JsonNode text = request.path("schema");
        if (!text.isTextual() || text.asText().isBlank()) {
            throw RegistryError.invalidSchema("'schema' must hold the schema as a string");
        }
        try {
            AvroSchema schema = new AvroSchema(text.asText());
            schema.validate();
            return normalize ? schema.normalize() : schema;
        } catch (SchemaParseException invalid) {
            throw RegistryError.invalidSchema(String.valueOf(invalid.getMessage()));
        }
    }

    /** The compatibility level in the body. */
    static CompatibilityLevel level(String body) {
        String name = parse(body).path("compatibility").asText();
        CompatibilityLevel level = CompatibilityLevel.forName(name);
        if (level == null) {
            throw RegistryError.invalidLevel(name);
        }
        return level;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException invalid) {
            throw RegistryError.invalidRequest("The body is not JSON: " + invalid.getOriginalMessage());
        }
    }
}
