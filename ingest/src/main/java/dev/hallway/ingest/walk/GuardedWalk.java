// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.walk;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.ledger.Ledger;

/**
 * A walk that stops nothing else: what it cannot read becomes a gap, which closes once it can be read to the end.
 *
 * <p>Only what keeps everything from being read, such as a token that GitHub refuses, is passed on.
 */
public final class GuardedWalk implements Walk {

    private final Walk walk;
    private final IngestStream stream;
    private final String subject;
    private final Ledger ledger;

    /**
     * A guard.
     *
     * @param stream whose cursor keeps the gap
     * @param subject the subject of the gap, such as the list's path
     */
    public GuardedWalk(Walk walk, IngestStream stream, String subject, Ledger ledger) {
        this.walk = walk;
        this.stream = stream;
        this.subject = subject;
        this.ledger = ledger;
    }

    @Override
    public Step step() throws InterruptedException {
        if (ledger.isUnread(stream)) {
            return new Step.CaughtUp();
        }
        Step step = walk.step();
        if (step instanceof Step.Stopped stopped && !stopped.endsTheCycle()) {
            ledger.leaveUnread(
                    IngestCursor.newBuilder(ledger.cursor(stream)),
                    subject,
                    "could not be read to the end (" + stopped.reason() + ")");
            return new Step.CaughtUp();
        }
        if (step instanceof Step.CaughtUp && !ledger.isUnread(stream)) {
            ledger.closeGap(stream, subject);
        }
        return step;
    }
}
