// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.translate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.github.AuthorAssociation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads fields of GitHub's JSON with GitHub's habits in mind: nulls, deleted accounts, values added in the future. */
final class JsonFields {

    private static final Pattern LAST_NUMBER = Pattern.compile("/(?:issues|pull|pulls)/([0-9]{1,18})(?:[#?].*)?$");

    private JsonFields() {}

    /** A required field is missing or of another type. */
    static final class MissingFieldException extends RuntimeException {
        MissingFieldException(String message) {
            super(message);
        }
    }

    static long number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new MissingFieldException("'" + field + "' is not a number");
        }
        return value.longValue();
    }

    static @Nullable Long numberOrNull(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
    }

    static @Nullable Boolean flagOrNull(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isBoolean() ? value.booleanValue() : null;
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new MissingFieldException("'" + field + "' is not a string");
        }
        return value.textValue();
    }

    static String textOrEmpty(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /** A text for which GitHub sends an empty string or null with the same meaning. */
    static @Nullable String body(JsonNode node) {
        JsonNode value = node.path("body");
        return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
    }

    static Instant time(JsonNode node, String field) {
        Instant time = timeOrNull(node, field);
        if (time == null) {
            throw new MissingFieldException("'" + field + "' is not a time");
        }
        return time;
    }

    static @Nullable Instant timeOrNull(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            return null;
        }
        try {
            return Instant.parse(value.textValue());
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    static @Nullable Account account(JsonNode node, String field) {
        JsonNode user = node.path(field);
        Long id = numberOrNull(user, "id");
        if (id == null || !user.path("login").isTextual()) {
            return null;
        }
        return Account.newBuilder()
                .setId(id)
                .setLogin(user.path("login").textValue())
                .setType(constant(AccountType.class, textOrEmpty(user, "type"), AccountType.UNKNOWN))
                .build();
    }

    static AuthorAssociation association(JsonNode node) {
        return constant(AuthorAssociation.class, textOrEmpty(node, "author_association"), AuthorAssociation.UNKNOWN);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String value, E unknown) {
        String name = value.toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return unknown;
    }

    /** GitHub writes labels as objects, older servers as plain names. */
    static List<String> labels(JsonNode node) {
        List<String> names = new ArrayList<>();
        for (JsonNode label : node.path("labels")) {
            String name = label.isTextual() ? label.textValue() : textOrEmpty(label, "name");
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** The number of the item that an address points to. */
    static long itemNumber(String address, String field) {
        Matcher number = LAST_NUMBER.matcher(address);
        if (!number.find()) {
            throw new MissingFieldException("'" + field + "' names no item");
        }
        return Long.parseLong(number.group(1));
    }
}
