// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.table.CsvTable;
import dev.hallway.streams.table.Table;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Answers with a table.
 *
 * <p>It goes through a file: a large table does not fit in memory, and one that fails half-way must not look complete.
 */
final class Csv {

    private Csv() {}

    static void write(Context context, Table table, Held held) throws IOException {
        Path file = Files.createTempFile("hallway-", ".csv");
        try (Writer writer = Files.newBufferedWriter(file)) {
            CsvTable.write(table, held.reader(), List.of(held.name()), writer);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
        held.freshness().writeHeaders(context);
        context.contentType("text/csv; charset=utf-8");
        context.header("Content-Disposition", "attachment; filename=\"" + table.name() + ".csv\"");
        // Without a length, an answer that breaks off would look whole.
        context.header("Content-Length", Long.toString(Files.size(file)));
        context.result(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    }
}
