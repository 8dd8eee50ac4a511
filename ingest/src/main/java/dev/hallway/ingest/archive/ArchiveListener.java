// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

/** Told what an import does while it does it; called on the thread that imports. */
public interface ArchiveListener {

    /**
     * A file is begun.
     *
     * @param index its place among all files, from 1
     * @param files number of all files
     */
    default void fileStarted(String file, int index, int files) {}

    /** Some more lines of a file were read; nothing is committed because of it. */
    default void progress(String file, long lines) {}

    /** A line is no event, or lacks something Hallway cannot do without. */
    default void unreadable(String file, long line, String reason) {}

    /** A file was left before its end. */
    default void brokenOff(String file, long line, String reason) {}

    /** A file was not read at all. */
    default void refused(String file, String reason) {}

    /** A file was read to its end, now or before. */
    default void fileFinished(String file, boolean before, long facts) {}
}
