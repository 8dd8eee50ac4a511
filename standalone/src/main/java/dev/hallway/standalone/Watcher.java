// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

/** Is notified in words of what Hallway is doing, for whoever is waiting. */
public interface Watcher {

    /** A new stage begins, such as reading a repository. */
    void stage(String what);

    /**
     * Something of the stage is done.
     *
     * @param done how much is done
     * @param total how much there is; -1 if nobody knows
     */
    void progress(long done, long total);

    /** Further detail about the current stage, in a few words. */
    default void detail(String words) {}

    /** Something worth its own line, such as a wait for GitHub's limit. */
    void note(String line);
}
