// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A metric record as JSON shows it: the contract's own field names, in its order.
 *
 * <p>HTTP and topics thereby carry the same figures under the same names. Moments stay moments, enum symbols become
 * lower case.
 */
final class AvroView {

    private AvroView() {}

    static Map<String, @Nullable Object> of(SpecificRecord record) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            view.put(field.name(), value(record.get(field.pos())));
        }
        return view;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof SpecificRecord nested) {
            return of(nested);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(AvroView::value).toList();
        }
        return value instanceof Enum<?> symbol ? symbol.name().toLowerCase(Locale.ROOT) : value;
    }
}
