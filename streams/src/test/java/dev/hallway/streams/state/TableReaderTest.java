// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is damaged is never a short answer. */
@SuppressWarnings("NullAway.Init") // JUnit sets the directory.
class TableReaderTest {

    private static final int ROWS = 20_000;

    /** Bytes of a table file that holds no rows of ours. */
    private static final int SMALL = 10_000;

    private static final Table<Numbered, String> NUMBERS =
            new Table<>(1, "numbers", reader -> new Numbered(reader.int64()), Fields.TEXT);
    private static final Table<Numbered, String> OTHERS =
            new Table<>(2, "others", reader -> new Numbered(reader.int64()), Fields.TEXT);
    private static final Table<Numbered, List<String>> AS_LISTS =
            new Table<>(1, "numbers", reader -> new Numbered(reader.int64()), Fields.list(Fields.TEXT));

    @TempDir
    private Path directory;

    private KeyValueStore<Bytes, byte[]> store;

    @BeforeEach
    void open() {
        store = opened();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void shouldReadAnEmptyStore() {
        // When
        List<String> rows = rows(new TableReader(store), NUMBERS);

        // Then
        assertThat(rows).isEmpty();
    }

    @Test
    void shouldReadTheLastTableToItsEnd() {
        // Given
        TableWriter writer = new TableWriter(store);
        writer.put(NUMBERS, new Numbered(1), "one");
        writer.put(OTHERS, new Numbered(-2), "minus two");
        writer.put(OTHERS, new Numbered(2), "two");

        // When
        List<String> rows = rows(new TableReader(store), OTHERS);

        // Then
        assertThat(rows).containsExactly("minus two", "two");
    }

    @Test
    void shouldReadAStoreFromWhichEverythingWasTakenOut() {
        // Given
        TableWriter writer = new TableWriter(store);
        writer.put(NUMBERS, new Numbered(1), "one");
        writer.delete(NUMBERS, new Numbered(1));

        // When
        List<String> rows = rows(new TableReader(store), NUMBERS);

        // Then
        assertThat(rows).isEmpty();
    }

    @Test
    void shouldRefuseAStoreWhoseRowsBreakOff() throws IOException {
        // Given
        TableWriter writer = new TableWriter(store);
        for (int number = 0; number < ROWS; number++) {
            writer.put(NUMBERS, new Numbered(number), "row number " + number);
        }
        damageFiles();
        List<UnreadableStoreException> told = new ArrayList<>();

        // When
        TableReader reader = new TableReader(store, told::add);

        // Then
        assertThatExceptionOfType(UnreadableStoreException.class)
                .isThrownBy(() -> rows(reader, NUMBERS))
                .withMessageContaining("being rebuilt from Kafka");
        assertThat(told).hasSize(1);
    }

    @Test
    void shouldRefuseARowThatCannotBeReadByItsKey() throws IOException {
        // Given
        TableWriter writer = new TableWriter(store);
        for (int number = 0; number < ROWS; number++) {
            writer.put(NUMBERS, new Numbered(number), "row number " + number);
        }
        damageFiles();

        // When
        TableReader reader = new TableReader(store);

        // Then
        assertThatExceptionOfType(UnreadableStoreException.class).isThrownBy(() -> {
            for (int number = 0; number < ROWS; number++) {
                assertThat(reader.get(NUMBERS, new Numbered(number))).isEqualTo("row number " + number);
            }
        });
    }

    @Test
    void shouldRefuseARowThatCannotBeDecoded() {
        // Given
        TableWriter writer = new TableWriter(store);
        writer.put(NUMBERS, new Numbered(1), "one");
        store.put(NUMBERS.key(new Numbered(1)), new byte[] {100, 1});

        // When
        TableReader reader = new TableReader(store);

        // Then
        assertThatExceptionOfType(UnreadableStoreException.class)
                .isThrownBy(() -> reader.get(NUMBERS, new Numbered(1)))
                .withMessageContaining("numbers cannot be decoded");
        assertThatExceptionOfType(UnreadableStoreException.class).isThrownBy(() -> rows(reader, NUMBERS));
    }

    @Test
    void shouldRefuseAListThatSaysItIsLongerThanMemory() {
        // Given
        TableWriter writer = new TableWriter(store);
        writer.put(NUMBERS, new Numbered(1), "one");
        store.put(NUMBERS.key(new Numbered(1)), new byte[] {-2, -1, -1, -1, 15, 0});

        // When
        TableReader reader = new TableReader(store);

        // Then
        assertThatExceptionOfType(UnreadableStoreException.class)
                .isThrownBy(() -> reader.get(AS_LISTS, new Numbered(1)));
    }

    @Test
    void shouldRefuseAKeyThatCannotBeRead() {
        // Given
        TableWriter writer = new TableWriter(store);
        writer.put(NUMBERS, new Numbered(1), "one");
        store.put(Bytes.wrap(new byte[] {1, 5}), new byte[] {2, 'a'});

        // When
        TableReader reader = new TableReader(store);

        // Then
        assertThatExceptionOfType(UnreadableStoreException.class).isThrownBy(() -> rows(reader, NUMBERS));
    }

    private KeyValueStore<Bytes, byte[]> opened() {
        KeyValueStore<Bytes, byte[]> opened = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("numbers"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .withCachingDisabled()
                .build();
        Properties config = new Properties();
        config.put("application.id", "tables");
        config.put("bootstrap.servers", "localhost:1");
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(config, new TaskId(0, 0), directory.toFile());
        opened.init(context.getStateStoreContext(), opened);
        return opened;
    }

    /** Turns one byte among the rows of every table file; the store is open again afterwards. */
    private void damageFiles() throws IOException {
        store.close();
        List<Path> tables;
        try (Stream<Path> files = Files.walk(directory)) {
            tables = files.filter(file -> file.toString().endsWith(".sst")).toList();
        }
        assertThat(tables).isNotEmpty();
        for (Path table : tables) {
            byte[] bytes = Files.readAllBytes(table);
            if (bytes.length > SMALL) {
                bytes[bytes.length / 8] ^= 0x55;
                Files.write(table, bytes);
            }
        }
        store = opened();
    }

    private static List<String> rows(TableReader reader, Table<Numbered, String> table) {
        List<String> rows = new ArrayList<>();
        try (Scan<Numbered, String> scan = reader.scan(table)) {
            scan.forEach(row -> rows.add(row.value()));
        }
        return rows;
    }

    private record Numbered(long value) implements StoreKey {
        @Override
        public void writeTo(KeyWriter writer) {
            writer.int64(value);
        }
    }
}
