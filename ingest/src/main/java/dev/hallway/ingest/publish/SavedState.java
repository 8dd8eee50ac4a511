// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.Repository;
import dev.hallway.service.forgotten.Forgotten;
import java.util.Map;

/**
 * What earlier runs committed, by record key.
 *
 * @param cursors how far each list has been read
 * @param repositories the last snapshot of each repository
 * @param forgotten the accounts that were forgotten, which is not committed by ingest
 */
public record SavedState(Map<String, IngestCursor> cursors, Map<String, Repository> repositories, Forgotten forgotten) {

    /** The same where nobody was forgotten. */
    public SavedState(Map<String, IngestCursor> cursors, Map<String, Repository> repositories) {
        this(cursors, repositories, Forgotten.NOBODY);
    }

    /** Copies both. */
    public SavedState {
        cursors = Map.copyOf(cursors);
        repositories = Map.copyOf(repositories);
    }
}
