// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.github.IngestPhase;
import dev.hallway.ingest.archive.Selection.Chosen;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.service.forgotten.Withholding;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file from where reading stopped, and commits facts together with their position in the file. */
final class FilePass {

    private static final int FACTS_IN_A_PAGE = 1_000;
    private static final int LINES_BETWEEN_SIGNS = 50_000;

    private final ArchiveFile file;
    private final FilePositions positions;
    private final Selection selection;
    private final Withholding withholding;
    private final PageSink sink;
    private final ImportCounts counts;
    private final ArchiveListener listener;
    private final ObjectMapper json = new ObjectMapper();
    private final List<OutgoingRecord<?>> page = new ArrayList<>();
    private Instant latest = ArchiveHours.FIRST;

    FilePass(
            ArchiveFile file,
            FilePositions positions,
            Selection selection,
            Withholding withholding,
            PageSink sink,
            ImportCounts counts,
            ArchiveListener listener) {
        this.file = file;
        this.positions = positions;
        this.selection = selection;
        this.withholding = withholding;
        this.sink = sink;
        this.counts = counts;
        this.listener = listener;
    }

    /** Reads to the end; what was read before a failure is committed, and the failure returned. */
    Optional<IOException> readAll(Lines lines) throws InterruptedException {
        try {
            while (lines.next()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("Interrupted while reading " + file.name() + ".");
                }
                if (positions.isNew(lines.number())) {
                    accept(lines);
                }
                if (page.size() >= FACTS_IN_A_PAGE) {
                    commit(lines.number(), IngestPhase.HISTORY);
                }
                if (lines.number() % LINES_BETWEEN_SIGNS == 0) {
                    listener.progress(file.name(), lines.number());
                }
            }
        } catch (IOException brokenOff) {
            commit(lines.number(), IngestPhase.HISTORY);
            return Optional.of(brokenOff);
        }
        commit(lines.number(), IngestPhase.TAIL);
        return Optional.empty();
    }

    private void commit(long lines, IngestPhase phase) {
        page.addAll(positions.moveTo(lines, phase, latest));
        sink.commit(List.copyOf(page), () -> {});
        page.clear();
    }

    private void accept(Lines lines) {
        if (lines.isTooLong()) {
            unreadable(lines.number(), "longer than " + Lines.LONGEST + " bytes");
        } else if (lines.length() > 0) {
            Line line = EventHeader.read(lines.bytes(), lines.length());
            if (line instanceof Line.Event event) {
                counts.event();
                accept(lines, event.header());
            } else {
                unreadable(lines.number(), ((Line.Broken) line).reason());
            }
        }
    }

    private void accept(Lines lines, EventHeader event) {
        Optional<Chosen> repository = selection.of(event);
        Optional<LeftOut> reason = reason(event, repository);
        if (reason.isPresent()) {
            counts.leftOut(reason.get());
        } else if (repository.isPresent() && positions.isNew(lines.number(), repository.get())) {
            latest = latest.isBefore(event.createdAt()) ? event.createdAt() : latest;
            accept(lines, event, repository.get());
        }
    }

    private static Optional<LeftOut> reason(EventHeader event, Optional<Chosen> repository) {
        if (repository.isEmpty()) {
            return Optional.of(LeftOut.OTHER_REPOSITORY);
        }
        if (!EventFacts.areIn(event.type())) {
            return Optional.of(LeftOut.OTHER_KIND);
        }
        if (ArchiveHours.isTooLate(event.createdAt())) {
            return Optional.of(LeftOut.TOO_LATE);
        }
        return ArchiveHours.isTooEarly(event.createdAt()) ? Optional.of(LeftOut.TOO_EARLY) : Optional.empty();
    }

    private void accept(Lines lines, EventHeader event, Chosen repository) {
        EventFacts read =
                EventFacts.read(event.type(), tree(lines), repository.fullName(), event.createdAt(), withholding);
        read.facts().forEach(fact -> {
            page.add(fact.record());
            counts.fact(fact);
        });
        read.leftOut().forEach(counts::leftOut);
        if (!read.facts().isEmpty()) {
            counts.accepted();
        }
        if (!read.unreadable().isEmpty()) {
            unreadable(lines.number(), String.join("; ", read.unreadable()));
        }
    }

    private JsonNode tree(Lines lines) {
        try {
            return json.readTree(lines.bytes(), 0, lines.length());
        } catch (IOException readBefore) {
            throw new IllegalStateException("A line that was JSON no longer is.", readBefore);
        }
    }

    private void unreadable(long line, String reason) {
        counts.unreadable();
        positions.addGap(line, reason);
        listener.unreadable(file.name(), line, reason);
    }
}
