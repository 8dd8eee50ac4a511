// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import dev.hallway.ingest.archive.ArchiveListener;
import java.io.PrintWriter;

/** Reports the progress of an import on a terminal or in a log, one line each. */
final class ArchiveLines implements ArchiveListener {

    // The rest are only counted, so that a corrupt file does not print a hundred thousand lines.
    private static final int MOST_UNREADABLE_OF_A_FILE = 20;

    private final PrintWriter out;
    private int unreadable;

    ArchiveLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void fileStarted(String file, int index, int files) {
        unreadable = 0;
        line(file + " (" + index + " of " + files + ")");
    }

    @Override
    public void progress(String file, long lines) {
        line(file + ": " + lines + " lines");
    }

    @Override
    public void unreadable(String file, long line, String reason) {
        if (++unreadable <= MOST_UNREADABLE_OF_A_FILE) {
            line(file + ", line " + line + ": not readable, recorded as a gap: " + reason);
        }
    }

    @Override
    public void brokenOff(String file, long line, String reason) {
        line(file + " could not be read from line " + line + " on: " + reason + ". What was read before is kept.");
    }

    @Override
    public void refused(String file, String reason) {
        line(file + " was not read: " + reason + ".");
    }

    @Override
    public void fileFinished(String file, boolean before, long facts) {
        if (unreadable > MOST_UNREADABLE_OF_A_FILE) {
            line(file + ": " + (unreadable - MOST_UNREADABLE_OF_A_FILE) + " more lines were not readable.");
        }
        line(file + (before ? " has been read before." : ": " + facts + " facts"));
    }

    void line(String text) {
        // Names and messages come from outside: the terminal must not interpret them.
        out.println(text.replaceAll("\\p{Cntrl}", "?"));
        out.flush();
    }
}
