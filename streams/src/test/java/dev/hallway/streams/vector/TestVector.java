// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.vector;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One published test vector, as its file says it.
 *
 * @param name name of the file without its ending
 * @param why what it is about, in a sentence or two
 * @param definition the page and heading that define it
 * @param accounts the accounts that values name by their login
 * @param input events in an order in which they may arrive
 * @param expected rows by table
 */
record TestVector(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String why,
        @JsonProperty(required = true) String definition,
        @JsonProperty(required = true) Map<String, ObjectNode> accounts,
        @JsonProperty(required = true) List<Event> input,
        @JsonProperty(required = true) Map<String, List<Map<String, String>>> expected) {

    // A misspelt member would otherwise leave its default in force.
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /**
     * One event, or several that differ by their id only.
     *
     * @param repeat how many; null for one
     * @param topic the topic it is on
     * @param about the repository, issue or pull request that it is about, or {@code people}
     * @param value what its value says; the rest has defaults
     */
    record Event(
            @JsonProperty @Nullable Integer repeat,
            @JsonProperty(required = true) String topic,
            @JsonProperty(required = true) String about,
            @JsonProperty(required = true) ObjectNode value) {

        private int count() {
            return repeat == null ? 1 : repeat;
        }
    }

    /** Reads a file. */
    static TestVector read(Path file) {
        try {
            return STRICT.readValue(file.toFile(), TestVector.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " is no test vector", unreadable);
        }
    }

    /** Every record of the input, in order. */
    List<SpecificRecord> records() {
        VectorRecords values = new VectorRecords(accounts);
        List<SpecificRecord> records = new ArrayList<>();
        for (Event event : input) {
            for (int time = 0; time < event.count(); time++) {
                ObjectNode value = event.value().deepCopy();
                if (time > 0) {
                    value.put("id", value.path("id").asLong() + time);
                }
                records.add(values.record(event.topic(), event.about(), value));
            }
        }
        return records;
    }
}
