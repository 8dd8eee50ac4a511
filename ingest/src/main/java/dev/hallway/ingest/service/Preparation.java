// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.service;

import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.webhook.Rehearsal;
import java.util.List;
import java.util.Optional;

/**
 * Makes the first delivery as fast as the others: rehearses it once Kafka was reached, and if that fails, again after
 * every committed page and every cycle.
 */
final class Preparation implements IngestListener {

    private final Optional<Rehearsal> rehearsal;
    private volatile boolean done;

    /** Without a rehearsal there is nothing to prepare for. */
    Preparation(Optional<Rehearsal> rehearsal) {
        this.rehearsal = rehearsal;
        this.done = rehearsal.isEmpty();
    }

    /** Whether everything is ready for the next delivery. */
    boolean done() {
        return done;
    }

    @Override
    public void restored(SavedState saved) {
        prepare();
    }

    @Override
    public void committed(List<OutgoingRecord<?>> page) {
        prepare();
    }

    @Override
    public void cycleFinished(CycleReport report) {
        prepare();
    }

    private void prepare() {
        if (!done) {
            done = rehearsal.map(Rehearsal::hold).orElse(true);
        }
    }
}
