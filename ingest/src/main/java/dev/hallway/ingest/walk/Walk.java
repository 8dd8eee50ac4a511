// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.walk;

/** Reads one list from where reading stopped, page by page. */
public interface Walk {

    /** Reads and commits the next page. */
    Step step() throws InterruptedException;
}
