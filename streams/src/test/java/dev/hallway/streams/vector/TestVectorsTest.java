// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.query.StoreReader;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.table.Table;
import dev.hallway.streams.table.Tables;
import dev.hallway.streams.topology.HallwayDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hallway itself is held to the vectors that it publishes. */
class TestVectorsTest {

    private static final Path DOCS = Path.of("..", "docs");

    static List<Path> vectors() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("vectors"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void shouldEndInTheExpectedRowsInTheOrderOfTheFile(Path file, @TempDir Path stateDirectory) {
        // Given
        TestVector vector = TestVector.read(file);

        // When
        Map<String, List<Map<String, String>>> rows = rows(vector, vector.records(), stateDirectory);

        // Then
        assertThat(rows).as(vector.why()).isEqualTo(sorted(vector.expected()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void shouldEndInTheExpectedRowsInTheReverseOrder(Path file, @TempDir Path stateDirectory) {
        // Given
        TestVector vector = TestVector.read(file);
        List<SpecificRecord> reverse = new ArrayList<>(vector.records());
        Collections.reverse(reverse);

        // When
        Map<String, List<Map<String, String>>> rows = rows(vector, reverse, stateDirectory);

        // Then
        assertThat(rows).as(vector.why()).isEqualTo(sorted(vector.expected()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void shouldBeNamedAsItsFileAndLeadToItsDefinition(Path file) throws IOException {
        // Given
        TestVector vector = TestVector.read(file);

        // When
        List<String> definitions = Files.readAllLines(DOCS.resolve("metrics.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> "docs/metrics.md#"
                        + line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();

        // Then
        assertThat(file).hasFileName(vector.name() + ".json");
        assertThat(definitions).contains(vector.definition());
        assertThat(vector.expected()).isNotEmpty();
    }

    private static Map<String, List<Map<String, String>>> rows(
            TestVector vector, List<SpecificRecord> records, Path stateDirectory) {
        try (HallwayDriver hallway = new HallwayDriver(stateDirectory)) {
            records.forEach(hallway::take);
            hallway.settle();
            assertThat(hallway.deadLetters()).isEmpty();
            Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
            vector.expected()
                    .keySet()
                    .forEach(name -> rows.put(name, rows(Tables.named(name).orElseThrow(), hallway.reader())));
            return sorted(rows);
        }
    }

    private static List<Map<String, String>> rows(Table table, StoreReader reader) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (RepositorySummary repository : reader.repositories()) {
            table.rows().forEach(reader, repository.repository(), row -> {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int column = 0; column < table.header().size(); column++) {
                    cells.put(
                            table.header().get(column),
                            Objects.requireNonNullElse(row.cells().get(column), ""));
                }
                rows.add(cells);
            });
        }
        return rows;
    }

    /** The order of rows says nothing. */
    private static Map<String, List<Map<String, String>>> sorted(Map<String, List<Map<String, String>>> tables) {
        Map<String, List<Map<String, String>>> sorted = new LinkedHashMap<>();
        tables.forEach((table, rows) -> sorted.put(
                table,
                rows.stream()
                        .sorted(Comparator.comparing(row -> new TreeMap<>(row).toString()))
                        .toList()));
        return sorted;
    }
}
