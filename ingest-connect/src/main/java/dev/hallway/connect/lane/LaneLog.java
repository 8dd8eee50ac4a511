// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes what ingest does to the worker's log. */
final class LaneLog implements IngestListener {

    private static final Logger LOG = LoggerFactory.getLogger(LaneLog.class);

    @Override
    public void moved(String requestedName, String canonicalName) {
        LOG.info(
                "{} has moved to {}; it is recorded under its new name.",
                printable(requestedName),
                printable(canonicalName));
    }

    @Override
    public void catchingUp(String repository, long pullRequests) {
        LOG.info(
                "{}: asking GraphQL about {} pull requests that were read by REST alone",
                printable(repository),
                pullRequests);
    }

    @Override
    public void waiting(Duration duration, String reason) {
        LOG.info("{}: waiting {} s", printable(reason), Math.max(1, duration.toSeconds()));
    }

    @Override
    public void gapFound(String repository, String gap) {
        LOG.warn("{}: not readable, recorded as a gap: {}", printable(repository), printable(gap));
    }

    @Override
    public void repositoryFinished(RepositoryOutcome outcome) {
        String line = printable(outcome.line());
        if (outcome instanceof RepositoryOutcome.UpToDate upToDate) {
            LOG.atLevel(upToDate.records() > 0 ? Level.INFO : Level.DEBUG).log(line);
        } else {
            LOG.warn(line);
        }
    }

    /** Names and messages come from outside: they must not break a line of the log. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
