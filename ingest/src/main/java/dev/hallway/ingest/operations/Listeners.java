// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.operations;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Several listeners as one.
 *
 * @param all in the order in which they are told
 */
public record Listeners(List<IngestListener> all) implements IngestListener {

    /** Copies the list. */
    public Listeners {
        all = List.copyOf(all);
    }

    @Override
    public void answered(int status, OptionalLong quotaLeft) {
        tell(listener -> listener.answered(status, quotaLeft));
    }

    @Override
    public void answeredAt(String endpoint, int status) {
        tell(listener -> listener.answeredAt(endpoint, status));
    }

    @Override
    public void retrying(String endpoint) {
        tell(listener -> listener.retrying(endpoint));
    }

    @Override
    public void waiting(Duration duration, String reason) {
        tell(listener -> listener.waiting(duration, reason));
    }

    @Override
    public void restored(SavedState saved) {
        tell(listener -> listener.restored(saved));
    }

    @Override
    public void repositoryStarted(String requestedName) {
        tell(listener -> listener.repositoryStarted(requestedName));
    }

    @Override
    public void moved(String requestedName, String canonicalName) {
        tell(listener -> listener.moved(requestedName, canonicalName));
    }

    @Override
    public void committed(List<OutgoingRecord<?>> page) {
        tell(listener -> listener.committed(page));
    }

    @Override
    public void pageCommitted(String repository, IngestStream stream, int records) {
        tell(listener -> listener.pageCommitted(repository, stream, records));
    }

    @Override
    public void historyRead(String repository, IngestStream stream, double share) {
        tell(listener -> listener.historyRead(repository, stream, share));
    }

    @Override
    public void gapFound(String repository, String gap) {
        tell(listener -> listener.gapFound(repository, gap));
    }

    @Override
    public void repositoryFinished(RepositoryOutcome outcome) {
        tell(listener -> listener.repositoryFinished(outcome));
    }

    @Override
    public void cycleFinished(CycleReport report) {
        tell(listener -> listener.cycleFinished(report));
    }

    private void tell(Consumer<IngestListener> news) {
        all.forEach(news);
    }
}
