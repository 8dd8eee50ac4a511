// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever wrote a program against a released schema can read what is written today, and the other way round. */
class SchemaEvolutionTest {

    /** Avro's own judgement of what Confluent calls FULL_TRANSITIVE. */
    private static final SchemaValidator AVRO =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    /** Confluent's judgement, which a registry passes; it also looks at the names of records. */
    private static final CompatibilityChecker CONFLUENT =
            CompatibilityChecker.checker(CompatibilityLevel.FULL_TRANSITIVE);

    private static final Map<String, Schema> CURRENT = ValueSchemas.bySubject();

    @BeforeAll
    static void leaveTheCurrentSchemasToBeFrozen() {
        FrozenSchemas.writeCurrent(CURRENT);
    }

    static Stream<Arguments> subjectsAndVersions() {
        return FrozenSchemas.versions().stream().flatMap(version -> FrozenSchemas.of(version).keySet().stream()
                .map(subject -> Arguments.of(subject, version.getFileName())));
    }

    @ParameterizedTest(name = "{0} since {1}")
    @MethodSource("subjectsAndVersions")
    void shouldReadAndBeReadByEveryReleasedVersion(String subject, Path version) {
        // Given
        Schema released = Objects.requireNonNull(
                FrozenSchemas.of(FrozenSchemas.RELEASED.resolve(version)).get(subject));
        Schema current = CURRENT.get(subject);

        // When
        List<String> breaches = current == null ? List.of("It is gone.") : breaches(current, released);

        // Then
        assertThat(breaches)
                .as(
                        "%s no longer agrees with release %s in both directions (FULL_TRANSITIVE). Keep every released"
                                + " topic, and every field with its name and type; give every new field a default; only"
                                + " add symbols to enums. What cannot be said that way needs a new topic. The frozen"
                                + " file is history: do not change it.",
                        subject, version)
                .isEmpty();
    }

    @Test
    void shouldHaveFrozenTheSchemaOfEveryTopic() {
        // Given
        Set<String> frozen = new TreeSet<>();

        // When
        FrozenSchemas.versions()
                .forEach(version -> frozen.addAll(FrozenSchemas.of(version).keySet()));

        // Then
        assertThat(frozen)
                .as("A new topic is a new promise. Freeze its schema: %s", FrozenSchemas.HOW_TO_FREEZE)
                .containsAll(CURRENT.keySet());
    }

    static Stream<Arguments> forbiddenChanges() {
        Schema released = SchemaBuilder.record("Row")
                .fields()
                .requiredString("name")
                .requiredLong("count")
                .endRecord();
        return Stream.of(
                Arguments.of(
                        "a field lost",
                        released,
                        SchemaBuilder.record("Row")
                                .fields()
                                .requiredString("name")
                                .endRecord()),
                Arguments.of(
                        "a field retyped",
                        released,
                        SchemaBuilder.record("Row")
                                .fields()
                                .requiredString("name")
                                .requiredDouble("count")
                                .endRecord()),
                Arguments.of(
                        "a field added without a default",
                        released,
                        SchemaBuilder.record("Row")
                                .fields()
                                .requiredString("name")
                                .requiredLong("count")
                                .requiredLong("more")
                                .endRecord()),
                Arguments.of(
                        "a record renamed",
                        released,
                        SchemaBuilder.record("Line")
                                .fields()
                                .requiredString("name")
                                .requiredLong("count")
                                .endRecord()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbiddenChanges")
    void shouldRejectChangesThatBreakReaders(String change, Schema released, Schema changed) {
        // When
        List<String> breaches = breaches(changed, released);

        // Then
        assertThat(breaches).as(change).isNotEmpty();
    }

    static Stream<Arguments> allowedChanges() {
        Schema released = SchemaBuilder.record("Row")
                .fields()
                .name("state")
                .type(SchemaBuilder.enumeration("State")
                        .defaultSymbol("UNKNOWN")
                        .symbols("UNKNOWN", "OPEN"))
                .noDefault()
                .endRecord();
        return Stream.of(
                Arguments.of(
                        "a field added with a default",
                        released,
                        SchemaBuilder.record("Row")
                                .fields()
                                .name("state")
                                .type(released.getField("state").schema())
                                .noDefault()
                                .optionalLong("more")
                                .endRecord()),
                Arguments.of(
                        "a symbol added",
                        released,
                        SchemaBuilder.record("Row")
                                .fields()
                                .name("state")
                                .type(SchemaBuilder.enumeration("State")
                                        .defaultSymbol("UNKNOWN")
                                        .symbols("UNKNOWN", "OPEN", "CLOSED"))
                                .noDefault()
                                .endRecord()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowedChanges")
    void shouldAllowWhatEveryReaderSurvives(String change, Schema released, Schema changed) {
        // When
        List<String> breaches = breaches(changed, released);

        // Then
        assertThat(breaches).as(change).isEmpty();
    }

    private static List<String> breaches(Schema current, Schema released) {
        List<String> breaches = new ArrayList<>();
        CONFLUENT.isCompatible(new AvroSchema(current), List.of(new AvroSchema(released))).stream()
                .filter(reason -> reason.startsWith("{errorType"))
                .forEach(breaches::add);
        try {
            AVRO.validate(current, List.of(released));
        } catch (SchemaValidationException disagreement) {
            breaches.add("Avro: one of the two cannot read what the other wrote.");
        }
        return breaches;
    }
}
