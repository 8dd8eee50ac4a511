// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Reports what ingest does on a terminal or in a log, one line each. */
final class ProgressLines implements IngestListener {

    private final PrintWriter out;

    ProgressLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void moved(String requestedName, String canonicalName) {
        line(requestedName + " has moved to " + canonicalName + "; it is recorded under its new name.");
    }

    @Override
    public void pageCommitted(String repository, IngestStream stream, int records) {
        if (records > 0 && stream != IngestStream.REVIEWS) {
            line(repository + ": " + records + " " + what(stream));
        }
    }

    private static String what(IngestStream stream) {
        return switch (stream) {
            case NUMBERS -> "found by their numbers, or gone";
            case SWEEP -> "read again by the sweep";
            default -> stream.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    @Override
    public void catchingUp(String repository, long pullRequests) {
        line(repository + ": asking GraphQL about " + pullRequests
                + " pull requests that were read by REST alone: closing references, who merged");
    }

    @Override
    public void waiting(Duration duration, String reason) {
        line(reason + ": waiting " + Math.max(1, duration.toSeconds()) + " s");
    }

    @Override
    public void gapFound(String repository, String gap) {
        line(repository + ": not readable, recorded as a gap: " + gap);
    }

    @Override
    public void repositoryFinished(RepositoryOutcome outcome) {
        line(outcome.line());
    }

    @Override
    public void cycleFinished(CycleReport report) {
        line(report.requests() + " requests to GitHub.");
    }

    private void line(String text) {
        // Names and messages come from outside: the terminal must not interpret them.
        out.println(text.replaceAll("\\p{Cntrl}", "?"));
        out.flush();
    }
}
