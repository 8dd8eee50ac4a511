// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema explains itself to whoever finds it in a registry. */
class SchemaDocumentationTest {

    private static final Set<String> TIMES_THAT_DO_NOT_END_IN_AT = Set.of("since");

    static Stream<Schema> types() {
        return ValueSchemas.bySubject().values().stream()
                .flatMap(schema -> ValueSchemas.namedTypes(schema).stream())
                .distinct();
    }

    static Stream<Schema> enums() {
        return types().filter(type -> type.getType() == Schema.Type.ENUM);
    }

    static Stream<Schema> records() {
        return types().filter(type -> type.getType() == Schema.Type.RECORD);
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldDocumentEveryType(Schema type) {
        // When
        String doc = type.getDoc();

        // Then
        assertThat(doc).as("doc of %s", type.getFullName()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldDocumentEveryField(Schema record) {
        // When
        Stream<Schema.Field> undocumented = record.getFields().stream()
                .filter(field -> field.doc() == null || field.doc().isBlank());

        // Then
        assertThat(undocumented)
                .as("fields of %s without a doc", record.getFullName())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("enums")
    void shouldGiveEveryEnumADefaultSymbol(Schema type) {
        // When
        String symbol = type.getEnumDefault();

        // Then
        assertThat(symbol)
                .as("default of %s: without one, an old reader stops at a symbol added later", type.getFullName())
                .isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldWriteEveryTimeAsMillisecondsSinceTheEpoch(Schema record) {
        // When
        Stream<Schema.Field> doubtful =
                record.getFields().stream().filter(field -> isTime(field) != isTimestampMillis(field.schema()));

        // Then
        assertThat(doubtful)
                .as("fields of %s whose name (…At) and type (timestamp-millis) disagree", record.getFullName())
                .isEmpty();
    }

    private static boolean isTime(Schema.Field field) {
        return field.name().endsWith("At") || TIMES_THAT_DO_NOT_END_IN_AT.contains(field.name());
    }

    private static boolean isTimestampMillis(Schema schema) {
        return present(schema).getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }

    private static Schema present(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }
}
