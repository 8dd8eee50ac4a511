// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.report;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.github.RequestListener;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.SavedState;
import java.util.List;

/** Told what ingest does while it does it; called by one thread at a time, of several. */
public interface IngestListener extends RequestListener {

    /** Kafka was reached, and this is what earlier runs committed. */
    default void restored(SavedState saved) {}

    /** A repository is asked for, under the name it was given. */
    default void repositoryStarted(String requestedName) {}

    /** GitHub has the repository under another name now. */
    default void moved(String requestedName, String canonicalName) {}

    /** Records were committed together: snapshots, cursors, or both. */
    default void committed(List<OutgoingRecord<?>> page) {}

    /**
     * A page was committed.
     *
     * @param repository canonical name
     * @param stream which list
     * @param records number of snapshots in it
     */
    default void pageCommitted(String repository, IngestStream stream, int records) {}

    /**
     * So much of a list's history has been read, as far as its dates tell.
     *
     * @param repository canonical name
     * @param stream which list
     * @param share 0 to 1; 1 when it has all been read
     */
    default void historyRead(String repository, IngestStream stream, double share) {}

    /**
     * GraphQL is asked now about pull requests of which only REST was asked before; told once, not whenever that is tried
     * again because it was in vain.
     *
     * @param repository canonical name
     */
    default void catchingUp(String repository, long pullRequests) {}

    /** Something was there that could not be read; it is recorded as a gap of the repository. */
    default void gapFound(String repository, String gap) {}

    /** A repository is done for this cycle. */
    default void repositoryFinished(RepositoryOutcome outcome) {}

    /** All repositories of a lane are done for its cycle; those of all lanes if only one cycle is run. */
    default void cycleFinished(CycleReport report) {}
}
