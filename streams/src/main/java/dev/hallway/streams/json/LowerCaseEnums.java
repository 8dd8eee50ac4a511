// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Locale;

/** Writes enum symbols in lower case, as the tables do; Jackson's own way depends on the machine's locale. */
final class LowerCaseEnums extends StdSerializer<Enum<?>> {

    private static final long serialVersionUID = 1L;

    LowerCaseEnums() {
        super(Enum.class, false);
    }

    @Override
    public void serialize(Enum<?> symbol, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeString(symbol.name().toLowerCase(Locale.ROOT));
    }
}
