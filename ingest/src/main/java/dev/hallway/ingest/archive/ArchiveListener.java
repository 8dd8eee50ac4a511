// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

/** Is notified of what an import does, on the thread that imports. */
public interface ArchiveListener {

    /**
     * Reading of a file begins.
     *
     * @param index its place among all files, from 1
     * @param files number of all files
     */
    default void fileStarted(String file, int index, int files) {}

    /** More lines of a file were read; they need not be committed yet. */
    default void progress(String file, long lines) {}

    /** A line is not an event, or lacks something that Hallway needs. */
    default void unreadable(String file, long line, String reason) {}

    /** Reading of a file stopped before its end. */
    default void brokenOff(String file, long line, String reason) {}

    /** A file was not read at all. */
    default void refused(String file, String reason) {}

    /** A file was read to its end, now or before. */
    default void fileFinished(String file, boolean before, long facts) {}
}
