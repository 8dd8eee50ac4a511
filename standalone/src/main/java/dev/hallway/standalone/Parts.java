// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import java.net.URI;
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

        /**
         * Number of changed weeks that are not published yet.
         *
         * @throws dev.hallway.standalone.failure.Failure if the metrics have failed
         */
        long unpublished();

        /** Calls back once, from another thread, if the metrics fail; at once if they have. */
        void whenFailed(Runnable callback);

        @Override
        void close();
    }

    /** The ingest part. */
    interface Ingest extends AutoCloseable {

        /** Where webhooks are received, if they are enabled. */
        Optional<URI> webhooks();

        /**
         * Reads what is new of every repository; one that cannot be read does not stop the others.
         *
         * @throws dev.hallway.standalone.failure.Failure if nothing can be read at all
         */
        Reading runCycle();

        /**
         * Reads again and again, each lane independently of the others, until the part is closed from another thread.
         *
         * @param allRead receives the result, once, when the turn of each of them has come
         */
        void runUntilClosed(Consumer<Reading> allRead);

        @Override
        void close();
    }
}
