// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes JSON on one line, in UTF-8. */
final class JsonWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonWriter() {}

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON.", unwritable);
        }
    }
}
