// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

/** Is called between two pages of a repository. */
@FunctionalInterface
public interface PageCallback {

    /** A page was committed. */
    void afterPage() throws InterruptedException;
}
