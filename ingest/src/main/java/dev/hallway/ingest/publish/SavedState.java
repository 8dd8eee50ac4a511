// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.Repository;
import java.util.Map;

/**
 * What earlier runs committed, by record key.
 *
 * @param cursors how far each list has been read
 * @param repositories the last snapshot of each repository
 */
public record SavedState(Map<String, IngestCursor> cursors, Map<String, Repository> repositories) {

    /** Copies both. */
    public SavedState {
        cursors = Map.copyOf(cursors);
        repositories = Map.copyOf(repositories);
    }
}
