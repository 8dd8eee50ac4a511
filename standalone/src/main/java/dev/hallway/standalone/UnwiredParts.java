// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.standalone.failure.ExitCode;
import dev.hallway.standalone.failure.Failure;

/** Stands where ingest and streams will be connected, and says that they are not. */
public final class UnwiredParts implements Parts {

    @Override
    public Streams startStreams(Cluster cluster, HallwaySettings settings) {
        throw new Failure(ExitCode.FAILED, "This build has no streams part: it is not connected yet.");
    }

    @Override
    public Ingest startIngest(Cluster cluster, HallwaySettings settings, Watcher watcher) {
        throw new Failure(ExitCode.FAILED, "This build has no ingest part: it is not connected yet.");
    }
}
