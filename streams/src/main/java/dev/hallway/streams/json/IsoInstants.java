// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads moments as they are written: as ISO-8601 text in UTC. */
final class IsoInstants extends FromStringDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    IsoInstants() {
        super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException noMoment) {
            throw context.weirdStringException(text, Instant.class, "it is no moment as ISO-8601 text in UTC");
        }
    }
}
