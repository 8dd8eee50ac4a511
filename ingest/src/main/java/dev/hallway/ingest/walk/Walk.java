// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.walk;

/** Reads one list or does one check, step by step, from where it stopped. */
public interface Walk {

    /** Reads and commits the next page, or does what the next few requests allow. */
    Step step() throws InterruptedException;
}
