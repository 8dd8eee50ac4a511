// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.standalone.caughtup.StreamsProgress;

/** Derives what is done from what is left: the total is the most that was ever left. */
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
