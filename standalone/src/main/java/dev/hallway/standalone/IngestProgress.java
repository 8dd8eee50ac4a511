// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.IngestCounts;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/** Reports what ingest does to the watcher, whose one bar shows what all lanes read. */
final class IngestProgress implements IngestListener {

    private static final Duration WORTH_A_LINE = Duration.ofSeconds(5);
    private static final long UNKNOWN = -1;

    private final Watcher watcher;
    private final Set<String> known = new HashSet<>();
    private final Set<String> underWay = new HashSet<>();
    // In lower case, by GitHub's own name as far as it is known.
    private final Set<String> unannounced = new HashSet<>();
    private IngestCounts counts = new IngestCounts();

    IngestProgress(Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public void restored(SavedState saved) {
        underWay.clear();
    }

    @Override
    public void repositoryStarted(String requestedName) {
        if (underWay.isEmpty()) {
            counts = new IngestCounts();
        }
        underWay.add(requestedName);
        unannounced.add(key(requestedName));
        // Of a later poll nobody needs to know that it found nothing.
        if (known.add(requestedName)) {
            announce(requestedName);
        }
    }

    @Override
    public void repositoryFinished(RepositoryOutcome outcome) {
        underWay.remove(outcome.requestedName());
    }

    @Override
    public void moved(String requestedName, String canonicalName) {
        if (unannounced.remove(key(requestedName))) {
            unannounced.add(key(canonicalName));
        }
        watcher.note(requestedName + " has moved to " + canonicalName + "; continuing under that name.");
    }

    @Override
    public void pageCommitted(String repository, IngestStream stream, int committed) {
        counts.pageCommitted(repository, stream, committed);
        if (committed > 0) {
            announce(repository);
        }
        show();
    }

    @Override
    public void historyRead(String repository, IngestStream stream, double share) {
        counts.historyRead(repository, stream, share);
        show();
    }

    @Override
    public void answered(int status, OptionalLong quotaLeft) {
        counts.answered(status, quotaLeft);
        watcher.detail(counts.words());
    }

    @Override
    public void catchingUp(String repository, long pullRequests) {
        watcher.note(
                repository + ": asking GraphQL about " + pullRequests + " pull requests that were read by REST alone.");
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

    private void announce(String repository) {
        if (unannounced.remove(key(repository))) {
            watcher.stage("Reading " + repository);
        }
    }

    private static String key(String repository) {
        return repository.toLowerCase(Locale.ROOT);
    }

    private void show() {
        watcher.progress(counts.records(), counts.estimatedRecords().orElse(UNKNOWN));
    }
}
