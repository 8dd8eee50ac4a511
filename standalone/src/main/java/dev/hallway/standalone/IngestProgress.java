// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.report.IngestListener;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever watches what ingest does. */
final class IngestProgress implements IngestListener {

    private static final Duration WORTH_A_LINE = Duration.ofSeconds(5);
    private static final long UNKNOWN = -1;

    private final Watcher watcher;
    private long records;

    IngestProgress(Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public void repositoryStarted(String requestedName) {
        records = 0;
        watcher.stage("Reading " + requestedName);
    }

    @Override
    public void moved(String requestedName, String canonicalName) {
        watcher.note(requestedName + " has moved to " + canonicalName + "; going on under that name.");
    }

    @Override
    public void pageCommitted(String repository, IngestStream stream, int committed) {
        records += committed;
        watcher.progress(records, UNKNOWN);
    }

    @Override
    public void gapFound(String repository, String gap) {
        watcher.note(repository + ": " + gap);
    }

    @Override
    public void waiting(Duration duration, String reason) {
        if (duration.compareTo(WORTH_A_LINE) >= 0) {
            watcher.note(String.format(Locale.ROOT, "Waiting %d s: %s", duration.toSeconds(), reason));
        }
    }
}
