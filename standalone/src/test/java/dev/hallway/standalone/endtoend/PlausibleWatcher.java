// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.standalone.Watcher;

/** Expects only that what it is told makes sense. */
public final class PlausibleWatcher implements Watcher {

    @Override
    public void stage(String what) {
        assertThat(what).isNotBlank();
    }

    @Override
    public void progress(long done, long total) {
        assertThat(done).isNotNegative();
    }

    @Override
    public void note(String line) {
        assertThat(line).isNotBlank();
    }
}
