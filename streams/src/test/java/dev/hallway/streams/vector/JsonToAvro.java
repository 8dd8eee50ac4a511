// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.github.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Plain JSON to Avro's generated classes: times and days as ISO-8601, accounts by their login. */
final class JsonToAvro {

    private static final SpecificData DATA = SpecificData.get();

    private final Map<String, ObjectNode> accounts;

    JsonToAvro(Map<String, ObjectNode> accounts) {
        this.accounts = accounts;
    }

    /**
     * The record that the JSON says.
     *
     * @throws IllegalArgumentException if it says what the schema does not have, or lacks what has no default
     */
    SpecificRecord record(JsonNode json, Schema schema) {
        json.fieldNames().forEachRemaining(name -> {
            if (schema.getField(name) == null) {
                throw new IllegalArgumentException(schema.getFullName() + " has no field " + name);
            }
        });
        SpecificRecord record = (SpecificRecord) SpecificData.newInstance(DATA.getClass(schema), schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(json, schema, field));
        }
        return record;
    }

    private @Nullable Object convert(JsonNode json, Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                json.isTextual() && schema.getFullName().equals(Account.class.getName())
                        ? account(json.asText(), schema)
                        : record(json, schema);
            case UNION -> json.isNull() ? null : convert(json, present(schema));
            case ARRAY -> list(json, schema.getElementType());
            case ENUM -> enumeration(json.asText(), schema);
            case STRING -> json.asText();
            case BOOLEAN -> json.asBoolean();
            case LONG -> schema.getLogicalType() == null ? (Object) json.asLong() : Instant.parse(json.asText());
            case INT ->
                schema.getLogicalType() instanceof LogicalTypes.Date
                        ? LocalDate.parse(json.asText())
                        : (Object) json.asInt();
            default -> throw new IllegalArgumentException("No vector has a value of " + schema);
        };
    }

    private Object account(String login, Schema schema) {
        ObjectNode account = accounts.get(login);
        if (account == null) {
            throw new IllegalArgumentException("The vector has no account " + login);
        }
        ObjectNode complete = account.deepCopy();
        if (!complete.has("login")) {
            complete.put("login", login);
        }
        if (!complete.has("type")) {
            complete.put("type", "USER");
        }
        return record(complete, schema);
    }

    private @Nullable Object value(JsonNode json, Schema schema, Schema.Field field) {
        if (json.has(field.name())) {
            return convert(json.path(field.name()), field.schema());
        }
        if (!field.hasDefaultValue()) {
            throw new IllegalArgumentException(schema.getFullName() + " needs " + field.name() + ": " + json);
        }
        return DATA.getDefaultValue(field);
    }

    private List<@Nullable Object> list(JsonNode json, Schema element) {
        List<@Nullable Object> list = new ArrayList<>();
        json.forEach(each -> list.add(convert(each, element)));
        return list;
    }

    private static Object enumeration(String symbol, Schema schema) {
        if (!schema.hasEnumSymbol(symbol)) {
            throw new IllegalArgumentException(schema.getFullName() + " has no " + symbol);
        }
        return DATA.createEnum(symbol, schema);
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
