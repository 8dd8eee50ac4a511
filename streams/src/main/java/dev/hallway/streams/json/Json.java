// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes and reads JSON. Safe for use by several threads. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(IsoWeek.class, ToStringSerializer.instance)
                    .addSerializer(new LowerCaseEnums()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectMapper INDENTED = MAPPER.copy().enable(SerializationFeature.INDENT_OUTPUT);

    private static final ObjectMapper READER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(Instant.class, new IsoInstants()))
            .build();

    private Json() {}

    /** On one line, in UTF-8. */
    public static byte[] bytes(Object value) {
        return write(MAPPER, value).getBytes(StandardCharsets.UTF_8);
    }

    /** Indented, for people. */
    public static String indented(Object value) {
        return write(INDENTED, value);
    }

    /** As a tree, the same as written and read back. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The value that was written as the tree; throws if it is none of the type. What the type does not have is ignored. */
    public static <T> T value(JsonNode tree, Class<T> type) throws IOException {
        return MAPPER.treeToValue(tree, type);
    }

    /** Reads a document; throws if the bytes are none. */
    public static JsonNode read(byte[] document) throws IOException {
        return MAPPER.readTree(document);
    }

    /** Reads what was written of a record; throws if the bytes are none of it, whole. */
    public static <T> T read(byte[] document, Class<T> type) throws IOException {
        return READER.readValue(document, type);
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON.", unwritable);
        }
    }
}
