// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.Repository;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.IngestListener;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What has been committed, by this process and those before it. */
public final class KnownState {

    private final PageSink sink;
    private final Map<String, IngestCursor> cursors;
    private final Map<String, Repository> repositories;
    private final IngestListener listener;

    private KnownState(PageSink sink, SavedState saved, IngestListener listener) {
        this.sink = sink;
        this.listener = listener;
        this.cursors = new HashMap<>(saved.cursors());
        this.repositories = new HashMap<>(saved.repositories());
    }

    /** Reads what earlier processes committed. */
    public static KnownState restore(PageSink sink, IngestListener listener) {
        SavedState saved = sink.restore();
        listener.restored(saved);
        return new KnownState(sink, saved, listener);
    }

    Optional<IngestCursor> cursor(String key) {
        return Optional.ofNullable(cursors.get(key));
    }

    Optional<Repository> repository(String fullName) {
        return Optional.ofNullable(repositories.get(fullName.toLowerCase(Locale.ROOT)));
    }

    void commit(List<OutgoingRecord<?>> records) {
        sink.commit(records);
        for (OutgoingRecord<?> record : records) {
            if (record.value() instanceof IngestCursor cursor) {
                cursors.put(record.key(), cursor);
            } else if (record.value() instanceof Repository repository) {
                repositories.put(record.key(), repository);
            }
        }
        listener.committed(records);
    }
}
