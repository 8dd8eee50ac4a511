// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.live;

import dev.hallway.streams.week.IsoWeek;

/** What may be different from what somebody read before. */
public sealed interface FigureChange {

    /**
     * A row was published, or taken back.
     *
     * @param table name of its table, such as {@code feedback-latency}
     * @param repository {@code owner/repo} in lower case, as in the key
     * @param place which row of the repository it is
     * @param deleted there is no such row any more
     */
    record OfRow(String table, String repository, Place place, boolean deleted) implements FigureChange {}

    /**
     * Rows of a repository, more than are told one by one.
     *
     * @param repository {@code owner/repo} in lower case
     */
    record OfRepository(String repository) implements FigureChange {}

    /** Anything: so much has changed, or may have without having been seen, that it is not told one by one. */
    record OfAnything() implements FigureChange {}

    /** Which row of a repository. */
    sealed interface Place {}

    /** That of a week. */
    record InWeek(IsoWeek week) implements Place {}

    /** That of an issue or pull request. */
    record OfItem(long number) implements Place {}
}
