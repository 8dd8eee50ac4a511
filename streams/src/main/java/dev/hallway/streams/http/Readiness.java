// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import java.util.Map;

/** Tells whether the figures can be relied on to follow their inputs. */
@FunctionalInterface
public interface Readiness {

    /** How it stands now. */
    Report report();

    /**
     * How it stands.
     *
     * @param running true if queries are answered
     * @param state name of the state
     * @param lag records not processed yet, by topic
     */
    record Report(boolean running, String state, Map<String, Long> lag) {}
}
