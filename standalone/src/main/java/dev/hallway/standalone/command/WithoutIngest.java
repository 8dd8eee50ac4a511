// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.Parts;
import dev.hallway.standalone.Reading;
import dev.hallway.standalone.Watcher;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A Hallway that shows what it has and sends no requests to GitHub. */
final class WithoutIngest implements Parts {

    private final Parts parts;

    WithoutIngest(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Streams startStreams(Cluster cluster, HallwaySettings settings) {
        return parts.startStreams(cluster, settings);
    }

    @Override
    public Ingest startIngest(Cluster cluster, HallwaySettings settings, Watcher watcher) {
        return new Nothing(settings.repositories());
    }

    private record Nothing(List<String> repositories) implements Ingest {

        @Override
        public Optional<URI> webhooks() {
            return Optional.empty();
        }

        @Override
        public Reading runCycle() {
            return new Reading(repositories, List.of());
        }

        @Override
        public void runUntilClosed(Consumer<Reading> allRead) {
            throw new UnsupportedOperationException("Nothing is read here.");
        }

        @Override
        public void close() {
            // Nothing was started.
        }
    }
}
