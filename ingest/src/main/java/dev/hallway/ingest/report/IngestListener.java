// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.report;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.github.RequestListener;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.SavedState;
import java.util.List;

/** Is notified of what ingest does, as it happens; called from several threads, but by one at a time. */
public interface IngestListener extends RequestListener {

    /** Kafka was reached, and this is what earlier runs committed. */
    default void restored(SavedState saved) {}

    /** Reading of a repository begins, under the name it was given. */
    default void repositoryStarted(String requestedName) {}

    /** The repository has another name on GitHub now. */
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
     * This share of a list's history has been read, judging by its dates.
     *
     * @param repository canonical name
     * @param stream which list
     * @param share 0 to 1; 1 when it has all been read
     */
    default void historyRead(String repository, IngestStream stream, double share) {}

    /**
     * GraphQL is asked about pull requests that were read by REST only; reported once, not again for every retry.
     *
     * @param repository canonical name
     */
    default void catchingUp(String repository, long pullRequests) {}

    /** Something could not be read; it is recorded as a gap of the repository. */
    default void gapFound(String repository, String gap) {}

    /** A repository is done for this cycle. */
    default void repositoryFinished(RepositoryOutcome outcome) {}

    /** All repositories of a lane are done for its cycle; those of all lanes if only one cycle is run. */
    default void cycleFinished(CycleReport report) {}
}
