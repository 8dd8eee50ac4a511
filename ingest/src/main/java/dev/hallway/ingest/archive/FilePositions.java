// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.archive.Selection.Chosen;
import dev.hallway.ingest.cursor.CursorKey;
import dev.hallway.ingest.cursor.Gaps;
import dev.hallway.ingest.publish.OutgoingRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far one file has been read, for each repository, because others may be named later. */
final class FilePositions {

    private final String host;
    private final ArchiveFile file;
    // Only repositories for which the file has not been read to its end.
    private final Map<Chosen, IngestCursor> cursors = new LinkedHashMap<>();

    /** Continues from what an earlier import committed; a file with other content is another file. */
    FilePositions(String host, ArchiveFile file, List<Chosen> repositories, Map<String, IngestCursor> committed) {
        this.host = host;
        this.file = file;
        for (Chosen repository : repositories) {
            IngestCursor fresh = fresh(repository);
            IngestCursor known = committed.getOrDefault(key(repository), fresh);
            boolean same = file.version().equals(known.getEtag()) && known.getRepositoryId() == fresh.getRepositoryId();
            IngestCursor cursor = same ? known : fresh;
            if (cursor.getPhase() != IngestPhase.TAIL) {
                cursors.put(repository, cursor);
            }
        }
    }

    /** Whether nothing of the file is left to read. */
    boolean isReadToTheEnd() {
        return cursors.isEmpty();
    }

    /** Whether a line has not been read for any repository. */
    boolean isNew(long line) {
        return cursors.values().stream().anyMatch(cursor -> cursor.getLinesRead() < line);
    }

    /** Whether a line has not been read for a repository. */
    boolean isNew(long line, Chosen repository) {
        IngestCursor cursor = cursors.get(repository);
        return cursor != null && cursor.getLinesRead() < line;
    }

    /** Remembers that a line could not be read. */
    void addGap(long line, String reason) {
        cursors.replaceAll((repository, cursor) -> {
            Gaps gaps = new Gaps(cursor.getGaps());
            gaps.add("line " + line + " of " + file.name(), reason);
            return IngestCursor.newBuilder(cursor).setGaps(gaps.sentences()).build();
        });
    }

    /**
     * Moves all of them.
     *
     * @param lines number of lines read
     * @param phase tail once the file has been read to its end
     * @param at time of the latest event
     * @return what to commit together with the facts of these lines
     */
    List<OutgoingRecord<?>> moveTo(long lines, IngestPhase phase, Instant at) {
        cursors.replaceAll((repository, cursor) -> IngestCursor.newBuilder(cursor)
                .setLinesRead(Math.max(lines, cursor.getLinesRead()))
                .setPhase(phase)
                .setUpdatedAt(at)
                .build());
        return cursors.entrySet().stream()
                .<OutgoingRecord<?>>map(
                        entry -> new OutgoingRecord<>(Topics.INGEST_CURSORS, key(entry.getKey()), entry.getValue(), at))
                .toList();
    }

    private IngestCursor fresh(Chosen repository) {
        return IngestCursor.newBuilder()
                .setRepository(repository.fullName())
                .setRepositoryId(repository.id().orElse(0))
                .setStream(IngestStream.ARCHIVE)
                .setPhase(IngestPhase.HISTORY)
                .setEtagUrl(file.name())
                .setEtag(file.version())
                .setUpdatedAt(Instant.EPOCH)
                .build();
    }

    private String key(Chosen repository) {
        return new CursorKey(host, repository.fullName(), IngestStream.ARCHIVE) + "|"
                + file.name().toLowerCase(Locale.ROOT);
    }
}
