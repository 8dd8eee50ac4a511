// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * The released schemas: one directory a version, one file a subject.
 *
 * <p>A version is frozen by copying what every test run leaves in {@code target/value-schemas}:
 *
 * <pre>
 * mvn -pl schemas -am test
 * cp -r schemas/target/value-schemas schemas/src/test/resources/released/VERSION
 * </pre>
 *
 * <p>A frozen file is never changed after its version has been released.
 */
final class FrozenSchemas {

    static final Path RELEASED = Path.of("src", "test", "resources", "released");
    static final Path CURRENT = Path.of("target", "value-schemas");
    static final String HOW_TO_FREEZE =
            "mvn -pl schemas -am test; cp -r schemas/target/value-schemas schemas/src/test/resources/released/VERSION";

    private FrozenSchemas() {}

    /** The released versions, by name. */
    static List<Path> versions() {
        return sorted(RELEASED);
    }

    /** The schemas of one version by subject. */
    static Map<String, Schema> of(Path version) {
        Map<String, Schema> schemas = new TreeMap<>();
        for (Path file : sorted(version)) {
            schemas.put(file.getFileName().toString().replaceFirst("\\.avsc$", ""), parse(file));
        }
        return schemas;
    }

    /** Leaves the schemas of this version where they can be frozen from. */
    static void writeCurrent(Map<String, Schema> schemas) {
        try {
            Files.createDirectories(CURRENT);
            for (Map.Entry<String, Schema> schema : schemas.entrySet()) {
                Files.writeString(
                        CURRENT.resolve(schema.getKey() + ".avsc"),
                        SchemaFormatter.format("json/pretty", schema.getValue()) + "\n");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> sorted(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
