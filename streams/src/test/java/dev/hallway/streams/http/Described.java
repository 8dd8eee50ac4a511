// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds answers against the schemas of the description of the API, as far as those say anything. */
final class Described {

    private final JsonNode description;

    Described(JsonNode description) {
        this.description = description;
    }

    /** Where an answer is not as the schema says; empty if it is. */
    List<String> differences(String schema, JsonNode answer) {
        return differences(description.at("/components/schemas/" + schema), answer, schema);
    }

    private List<String> differences(JsonNode schema, JsonNode answer, String place) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().substring("#".length());
            return differences(description.at(name), answer, place);
        }
        if (schema.has("oneOf")) {
            for (JsonNode one : schema.path("oneOf")) {
                if (differences(one, answer, place).isEmpty()) {
                    return List.of();
                }
            }
            return List.of(place + " is none of what it may be");
        }
        if (!isOfType(schema.path("type"), answer)) {
            return List.of(place + " is " + answer.getNodeType() + ", not " + schema.path("type"));
        }
        List<String> differences = new ArrayList<>();
        if (answer.isObject() && schema.has("properties")) {
            schema.path("required").forEach(name -> {
                if (!answer.has(name.asText())) {
                    differences.add(place + " lacks " + name.asText());
                }
            });
            for (Map.Entry<String, JsonNode> field : answer.properties()) {
                JsonNode of = schema.path("properties").path(field.getKey());
                differences.addAll(
                        of.isMissingNode()
                                ? List.of(place + " has " + field.getKey())
                                : differences(of, field.getValue(), place + "." + field.getKey()));
            }
        } else if (answer.isArray()) {
            answer.forEach(entry -> differences.addAll(differences(schema.path("items"), entry, place + "[]")));
        }
        return differences;
    }

    private static boolean isOfType(JsonNode type, JsonNode answer) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isOfType(one, answer)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> answer.isObject();
            case "array" -> answer.isArray();
            case "string" -> answer.isTextual();
            case "integer" -> answer.isIntegralNumber();
            case "number" -> answer.isNumber();
            case "boolean" -> answer.isBoolean();
            case "null" -> answer.isNull();
            default -> true;
        };
    }
}
