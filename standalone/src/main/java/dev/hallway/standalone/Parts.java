// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the two parts that do the work, ingest and streams, as the supervisor sees them. */
public interface Parts {

    /** Starts the metrics and the HTTP queries over them; returns once queries are answered. */
    Streams startStreams(Cluster cluster, HallwaySettings settings);

    /** Prepares reading from GitHub; reads nothing yet. */
    Ingest startIngest(Cluster cluster, HallwaySettings settings, Watcher watcher);

    /** The running streams part. */
    interface Streams extends AutoCloseable {

        /** Where queries are answered. */
        URI address();

        /** Number of changed weeks that are not published yet. */
        long unpublished();

        @Override
        void close();
    }

    /** The ingest part. */
    interface Ingest extends AutoCloseable {

        /** Where webhooks are received, if they are enabled. */
        Optional<URI> webhooks();

        /**
         * Reads what is new of every repository.
         *
         * @return GitHub's own names of the repositories
         * @throws dev.hallway.standalone.failure.Failure if a repository could not be read to the end
         */
        List<String> runCycle();

        /**
         * Reads again and again, each lane independently of the others, until the part is closed from another thread.
         *
         * @param allRead receives GitHub's own names of the repositories, once, when each of them was read
         * @throws dev.hallway.standalone.failure.Failure if one of them could not be read to the end by then
         */
        void runUntilClosed(Consumer<List<String>> allRead);

        @Override
        void close();
    }
}
