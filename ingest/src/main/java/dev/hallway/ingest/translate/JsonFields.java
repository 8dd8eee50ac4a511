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

    // GitHub's own limits are a quarter of these, and less; a record must fit in a message of Kafka's.
    private static final int LONGEST_BODY = 1 << 18;
    private static final int LONGEST_TEXT = 1 << 14;
    private static final int MOST_LABELS = 1_000;
    private static final int LONGEST_EXCERPT = 100;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private JsonFields() {}

    /** A required field is missing or of another type. */
    static final class MissingFieldException extends RuntimeException {
        MissingFieldException(String message) {
            super(message);
        }
    }

    /** An id, or the number of an item. */
    static long number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new MissingFieldException("'" + field + "' is not a number");
        }
        if (value.longValue() < 1) {
            throw new MissingFieldException("'" + field + "' is " + value.longValue() + ", which is not above 0");
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
        return bounded(value.textValue(), field, LONGEST_TEXT);
    }

    static String textOrEmpty(JsonNode node, String field) {
        return bounded(node.path(field).asText(""), field, LONGEST_TEXT);
    }

    static String repositoryName(JsonNode node, String field) {
        String name = text(node, field);
        if (!LegalName.isRepository(name)) {
            throw new MissingFieldException(
                    "'" + field + "' is '" + excerpt(name) + "', no legal name of a repository");
        }
        return name;
    }

    /** As it may stand in a message. */
    private static String excerpt(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_EXCERPT)).replaceAll("\\p{Cntrl}", "?");
    }

    private static String bounded(String text, String field, int most) {
        if (text.length() > most) {
            throw new MissingFieldException("'" + field + "' is longer than GitHub allows");
        }
        return text;
    }

    /** A text for which GitHub sends an empty string or null with the same meaning. */
    static @Nullable String body(JsonNode node) {
        JsonNode value = node.path("body");
        return value.isTextual() && !value.textValue().isEmpty()
                ? bounded(value.textValue(), "body", LONGEST_BODY)
                : null;
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
            Instant time = Instant.parse(value.textValue());
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw new MissingFieldException(
                        "'" + field + "' is " + excerpt(value.textValue()) + ", no time of GitHub's");
            }
            return time;
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
                .setLogin(text(user, "login"))
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
        if (names.size() > MOST_LABELS
                || names.stream().mapToInt(String::length).sum() > LONGEST_BODY) {
            throw new MissingFieldException("'labels' are more than GitHub allows");
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
