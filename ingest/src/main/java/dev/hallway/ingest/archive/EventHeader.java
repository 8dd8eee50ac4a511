// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The outer fields of an event, enough to decide whether it is wanted.
 *
 * @param type GitHub's type of the event
 * @param repositoryId empty if the event does not say
 * @param repository {@code owner/repo} at the time
 * @param createdAt when it happened, UTC
 */
record EventHeader(String type, OptionalLong repositoryId, String repository, Instant createdAt) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Reads the whole line, so that a broken one is noticed, but keeps only the outer fields. */
    static Line read(byte[] line, int length) {
        try (JsonParser parser = JSON.createParser(line, 0, length)) {
            return new Line.Event(new Draft().read(parser));
        } catch (JsonProcessingException notJson) {
            return new Line.Broken("not JSON (" + notJson.getOriginalMessage() + ")");
        } catch (IOException notAnEvent) {
            return new Line.Broken(String.valueOf(notAnEvent.getMessage()));
        }
    }

    /** What has been read so far. */
    private static final class Draft {

        private Optional<String> type = Optional.empty();
        private Optional<String> createdAt = Optional.empty();
        private Optional<String> repository = Optional.empty();
        private OptionalLong repositoryId = OptionalLong.empty();

        EventHeader read(JsonParser parser) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotAnEventException("not an event");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("repo") && value == JsonToken.START_OBJECT) {
                    readRepository(parser);
                } else {
                    accept(field, value, parser);
                }
            }
            if (parser.nextToken() != null) {
                throw new NotAnEventException("more than one event");
            }
            return new EventHeader(
                    type.orElseThrow(() -> new NotAnEventException("'type' is not a string")),
                    repositoryId,
                    repository.orElseThrow(() -> new NotAnEventException("'repo.name' is not a string")),
                    time());
        }

        private void accept(String field, JsonToken value, JsonParser parser) throws IOException {
            if (value == JsonToken.VALUE_STRING && field.equals("type")) {
                type = Optional.of(parser.getText());
            } else if (value == JsonToken.VALUE_STRING && field.equals("created_at")) {
                createdAt = Optional.of(parser.getText());
            } else {
                parser.skipChildren();
            }
        }

        private void readRepository(JsonParser parser) throws IOException {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && field.equals("name")) {
                    repository = Optional.of(parser.getText());
                } else if (value == JsonToken.VALUE_NUMBER_INT && field.equals("id")) {
                    repositoryId = OptionalLong.of(parser.getLongValue());
                } else {
                    parser.skipChildren();
                }
            }
        }

        private Instant time() throws NotAnEventException {
            try {
                return Instant.parse(createdAt.orElse(""));
            } catch (DateTimeException notATime) {
                throw new NotAnEventException("'created_at' is not a time");
            }
        }
    }

    private static final class NotAnEventException extends IOException {
        private static final long serialVersionUID = 1L;

        NotAnEventException(String reason) {
            super(reason);
        }
    }
}
