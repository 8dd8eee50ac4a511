// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.ingest.archive.ArchiveImport;
import dev.hallway.ingest.archive.ArchiveListener;
import dev.hallway.ingest.archive.ArchiveReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Imports archives from a directory into a sink, and keeps what is told of them. */
final class ArchiveImports {

    static final String NAME = "hall/way";
    static final String HOUR = "2016-03-04-5.json.gz";

    private final Path directory;
    private final InMemorySink sink = new InMemorySink();
    private final List<String> told = new ArrayList<>();

    ArchiveImports(Path directory) {
        this.directory = directory;
    }

    InMemorySink sink() {
        return sink;
    }

    List<String> told() {
        return told;
    }

    Path file(String name, Object... lines) {
        return ArchivedEvents.write(directory, name, List.of(lines));
    }

    ArchiveReport importing(Path... files) throws InterruptedException {
        return importing(sink, files);
    }

    ArchiveReport importing(InMemorySink target, Path... files) throws InterruptedException {
        return importing(target, List.of(NAME), files);
    }

    ArchiveReport importingFor(List<String> repositories, Path... files) throws InterruptedException {
        return importing(sink, repositories, files);
    }

    private ArchiveReport importing(InMemorySink target, List<String> repositories, Path... files)
            throws InterruptedException {
        return new ArchiveImport(target, "api.github.com", repositories, false, listener()).run(List.of(files));
    }

    private ArchiveListener listener() {
        return new ArchiveListener() {
            @Override
            public void unreadable(String file, long line, String reason) {
                told.add(file + ":" + line + " " + reason);
            }

            @Override
            public void brokenOff(String file, long line, String reason) {
                told.add(file + ":" + line + " broken off: " + reason);
            }

            @Override
            public void refused(String file, String reason) {
                told.add(file + " refused: " + reason);
            }
        };
    }
}
