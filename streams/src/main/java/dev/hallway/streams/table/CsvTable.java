// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.table;

import dev.hallway.streams.read.CommunityReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a table as CSV: RFC 4180 quoting, one header line, lines end with LF. */
public final class CsvTable {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private CsvTable() {}

    /** Writes the header and the rows of every given repository, in order, and flushes. */
    public static void write(Table table, CommunityReader reader, List<String> repositories, Appendable out)
            throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        printer.printRecord(table.header());
        try {
            for (String repository : repositories) {
                table.rows().forEach(reader, repository, row -> print(printer, row));
            }
        } catch (UncheckedIOException notWritten) {
            throw notWritten.getCause();
        }
        printer.flush();
    }

    private static void print(CSVPrinter printer, Row row) {
        try {
            printer.printRecord(row.cells());
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }
}
