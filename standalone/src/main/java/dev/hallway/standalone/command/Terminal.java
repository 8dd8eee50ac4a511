// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.standalone.Watcher;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows progress on stderr: a bar on a terminal, one line for each stage otherwise. */
final class Terminal implements Watcher, AutoCloseable {

    private static final int WIDTH = 100;

    private final PrintStream err;
    private final boolean watched;
    private @Nullable ProgressBar bar;

    Terminal(PrintStream err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    /** The process's stderr; the launcher knows whether it is a terminal; Java 17 does not. */
    static Terminal ofProcess() {
        return new Terminal(System.err, Boolean.getBoolean("hallway.terminal"));
    }

    @Override
    public synchronized void stage(String what) {
        finishStage();
        if (watched) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(-1)
                    .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                    .build();
        } else {
            err.println(what + " ...");
        }
    }

    @Override
    public synchronized void progress(long done, long total) {
        if (bar != null) {
            bar.maxHint(total).stepTo(Math.max(0, done));
        }
    }

    @Override
    public synchronized void detail(String words) {
        if (bar != null) {
            bar.setExtraMessage(words);
        }
    }

    @Override
    public synchronized void note(String line) {
        err.println(line);
    }

    /** Removes the bar, so that results have the terminal for themselves. */
    synchronized void finishStage() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        finishStage();
    }
}
