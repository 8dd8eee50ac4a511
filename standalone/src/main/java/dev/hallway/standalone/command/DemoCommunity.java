// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.standalone.HallwaySettings;

/** A community that is played inside this program, for whoever wants to look without a repository of their own. */
@FunctionalInterface
interface DemoCommunity {

    /** Starts playing. */
    Running start();

    /** A simulated GitHub that is being served. */
    interface Running extends AutoCloseable {

        /** The same settings, with the demo's repositories at the demo's address, without a token. */
        HallwaySettings applyTo(HallwaySettings settings);

        @Override
        void close();
    }
}
