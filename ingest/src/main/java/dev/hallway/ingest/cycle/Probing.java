// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

/** How much of what is unexplained one cycle asks about. */
enum Probing {
    /** A few numbers a cycle: another cycle follows soon. */
    A_FEW_A_CYCLE,
    /** All of them, as far as the quota reaches without a wait: there may be no other cycle. */
    ALL
}
