// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.standalone.caughtup.StreamsProgress;

/** Turns what is left into what is done: the most that was ever left is the whole. */
final class Countdown {

    private final Watcher watcher;
    private long most;

    Countdown(Watcher watcher) {
        this.watcher = watcher;
    }

    void look(StreamsProgress progress) {
        long left = progress.lag() + progress.unpublished();
        most = Math.max(most, left);
        watcher.progress(most - left, most);
    }
}
