// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.standalone.failure.ExitCode;
import dev.hallway.standalone.failure.Failure;

/** Stands where the demo community will be connected, and says that it is not. */
final class NoDemoCommunity implements DemoCommunity {

    @Override
    public Running start() {
        throw new Failure(
                ExitCode.USAGE, "This build has no demo community: name a repository, as in hallway up dapr/dapr.");
    }
}
