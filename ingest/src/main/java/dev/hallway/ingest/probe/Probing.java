// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.probe;

/**
 * How much of what is unexplained or in doubt one cycle asks about: numbers without an item, items that are no longer
 * listed, items whose comments are miscounted, and numbers that may be discussions.
 */
public enum Probing {
    /** A few of each, and one query about discussions: another cycle follows soon. */
    A_FEW_A_CYCLE,
    /**
     * All of it, as far as the quota reaches without a wait: there may be no other cycle, or everything is to be looked at.
     */
    ALL
}
