// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import dev.hallway.github.IngestCursor;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.service.forgotten.Withholding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Brings the history of some repositories from archive files to Kafka.
 *
 * <p>May be killed at any moment: the next one continues after the last committed page. Files that were read to their
 * end are not read again. Memory does not grow with the size or number of files.
 */
public final class ArchiveImport {

    private static final int BUFFER = 256 * 1024;

    private final PageSink sink;
    private final String host;
    private final Selection selection;
    private final Map<String, IngestCursor> committed;
    private final Withholding withholding;
    private final ArchiveListener listener;
    private final ImportCounts counts = new ImportCounts();

    /**
     * An import into a sink, which the caller closes.
     *
     * @param host host of GitHub's API, for cursor keys
     * @param repositories {@code owner/repo} each
     * @param again whether to read files that were read before again
     */
    public ArchiveImport(
            PageSink sink, String host, List<String> repositories, boolean again, ArchiveListener listener) {
        this.sink = sink;
        this.host = host;
        this.listener = listener;
        SavedState saved = sink.restore();
        this.withholding = new Withholding(saved.forgotten());
        this.selection = Selection.of(repositories, saved);
        this.committed = again ? Map.of() : saved.cursors();
    }

    /**
     * Reads files one after the other.
     *
     * @throws org.apache.kafka.common.KafkaException if a page could not be committed
     */
    public ArchiveReport run(List<Path> files) throws InterruptedException {
        for (int index = 0; index < files.size(); index++) {
            Path path = files.get(index);
            String name = String.valueOf(path.getFileName());
            Optional<String> refusal = ArchiveHours.refusal(name);
            if (refusal.isPresent()) {
                counts.fileRefused();
                listener.refused(name, refusal.get());
            } else {
                listener.fileStarted(name, index + 1, files.size());
                read(path, name);
            }
        }
        return counts.report();
    }

    private void read(Path path, String name) throws InterruptedException {
        try {
            ArchiveFile file = ArchiveFile.of(path);
            FilePositions positions = new FilePositions(host, file, selection.all(), committed);
            if (positions.isReadToTheEnd()) {
                counts.fileReadBefore();
                listener.fileFinished(name, true, 0);
                return;
            }
            read(file, positions);
        } catch (IOException unreadable) {
            brokenOff(name, 0, unreadable);
        }
    }

    private void read(ArchiveFile file, FilePositions positions) throws IOException, InterruptedException {
        long before = counts.facts();
        FilePass pass = new FilePass(file, positions, selection, withholding, sink, counts, listener);
        try (Lines lines = open(file.path())) {
            Optional<IOException> failure = pass.readAll(lines);
            if (failure.isPresent()) {
                brokenOff(file.name(), lines.number() + 1, failure.get());
                return;
            }
        }
        counts.fileRead();
        listener.fileFinished(file.name(), false, counts.facts() - before);
    }

    private void brokenOff(String name, long line, IOException failure) {
        counts.fileBrokenOff();
        String message = failure.getMessage();
        listener.brokenOff(name, line, message == null ? failure.getClass().getSimpleName() : message);
    }

    private static Lines open(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            return new Lines(new GZIPInputStream(new BufferedInputStream(file, BUFFER), BUFFER));
        } catch (IOException notGzip) {
            file.close();
            throw notGzip;
        }
    }
}
