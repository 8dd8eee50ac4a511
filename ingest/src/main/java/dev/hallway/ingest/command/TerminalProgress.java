// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestCounts;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A progress bar: snapshots, requests, the remaining quota, and an estimate of when it is done. */
final class TerminalProgress implements IngestListener, AutoCloseable {

    private static final int WIDTH = 110;
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(5);

    private final PrintWriter terminal;
    private final ProgressLines lines;
    private IngestCounts counts = new IngestCounts();
    private @Nullable ProgressBar bar;
    private final Set<String> underWay = new HashSet<>();

    TerminalProgress(PrintWriter terminal) {
        this.terminal = terminal;
        this.lines = new ProgressLines(terminal);
    }

    @Override
    public void restored(SavedState saved) {
        underWay.clear();
    }

    @Override
    public void repositoryStarted(String requestedName) {
        underWay.add(requestedName);
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Reading")
                    .setInitialMax(-1)
                    .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                    .build();
        }
    }

    @Override
    public void answered(int status, OptionalLong quotaLeft) {
        counts.answered(status, quotaLeft);
        show();
    }

    @Override
    public void pageCommitted(String repository, IngestStream stream, int records) {
        counts.pageCommitted(repository, stream, records);
        show();
    }

    @Override
    public void historyRead(String repository, IngestStream stream, double share) {
        counts.historyRead(repository, stream, share);
        show();
    }

    @Override
    public void moved(String requestedName, String canonicalName) {
        clear();
        lines.moved(requestedName, canonicalName);
    }

    @Override
    public void catchingUp(String repository, long pullRequests) {
        clear();
        lines.catchingUp(repository, pullRequests);
    }

    @Override
    public void waiting(Duration duration, String reason) {
        if (duration.compareTo(WORTH_A_LINE) >= 0) {
            clear();
            lines.waiting(duration, reason);
        }
    }

    @Override
    public void gapFound(String repository, String gap) {
        clear();
        lines.gapFound(repository, gap);
    }

    @Override
    public void repositoryFinished(RepositoryOutcome outcome) {
        underWay.remove(outcome.requestedName());
        clear();
        lines.repositoryFinished(outcome);
    }

    @Override
    public void cycleFinished(CycleReport report) {
        clear();
        if (underWay.isEmpty()) {
            close();
            counts = new IngestCounts();
        }
        lines.cycleFinished(report);
    }

    /** Removes the bar. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            clear();
        }
    }

    private void show() {
        if (bar != null) {
            bar.maxHint(counts.estimatedRecords().orElse(-1));
            bar.stepTo(counts.records());
            bar.setExtraMessage(counts.words());
        }
    }

    private void draw(String rendered) {
        terminal.print("\r" + rendered);
        terminal.flush();
    }

    private void clear() {
        terminal.print("\r" + " ".repeat(WIDTH) + "\r");
    }
}
