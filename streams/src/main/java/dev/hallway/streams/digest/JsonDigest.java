// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.streams.json.Json;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a digest as a JSON document, below 65,536 characters: durations in exact seconds, moments as ISO-8601 text in
 * UTC, all text on one line without control characters and what turns it around (whoever shows it escapes it). A missing
 * figure is {@code {"unavailable": reason}}.
 */
public final class JsonDigest {

    private static final int TEXT = 256;
    private static final int LONG_TEXT = 1_000;
    // Sentences of our own; everything else is a name, a title or a reason.
    private static final Set<String> SENTENCES = Set.of("happened", "changed", "complete", "words", "shown");

    private JsonDigest() {}

    /** The digest as JSON. */
    public static String render(DigestModel model) {
        return fit(model).text();
    }

    /** The digest of several repositories as it is written, for an answer that holds it. */
    public static JsonNode fitting(PortfolioModel model) {
        return plain(Json.tree(fit(model).model()), "");
    }

    /** The digest as it is written, for an answer that holds it. */
    public static JsonNode fitting(DigestModel model) {
        return plain(Json.tree(fit(model).model()), "");
    }

    private static <M extends Shortenable<M>> DigestFormat.Fitted<M> fit(M model) {
        return DigestFormat.fit(model, fitted -> Json.indented(plain(Json.tree(fitted), "")));
    }

    /** All text within it, in one line and not too long, wherever it came from. */
    private static JsonNode plain(JsonNode node, String name) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(PlainText.line(node.asText(), isLong(name) ? LONG_TEXT : TEXT));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode plain = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> plain.set(entry.getKey(), plain(entry.getValue(), entry.getKey())));
            return plain;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode plain = JsonNodeFactory.instance.arrayNode();
            array.forEach(entry -> plain.add(plain(entry, name)));
            return plain;
        }
        return node;
    }

    private static boolean isLong(String name) {
        return SENTENCES.contains(name) || name.toLowerCase(Locale.ROOT).endsWith("url");
    }
}
