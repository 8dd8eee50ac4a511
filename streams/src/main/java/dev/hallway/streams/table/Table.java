// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.table;

import dev.hallway.streams.read.CommunityReader;
import java.util.List;
import java.util.function.Consumer;

/**
 * One table: its columns and where its rows come from.
 *
 * @param name file name without its ending
 * @param header names of the columns
 * @param rows hands on the rows of a repository
 */
public record Table(String name, List<String> header, Rows rows) {

    /** Hands every row of one repository to a consumer, in order. */
    @FunctionalInterface
    public interface Rows {

        /** Hands the rows on, one by one. */
        void forEach(CommunityReader reader, String repository, Consumer<Row> consumer);
    }

    static Table of(String name, String header, Rows rows) {
        return new Table(name, List.of(header.split(",")), rows);
    }
}
