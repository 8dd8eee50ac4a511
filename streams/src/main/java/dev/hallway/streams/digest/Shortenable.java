// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

/** Something with lists that can be shortened without their totals being lost. */
interface Shortenable<M> {

    /** The same with no list longer than this; totals stay. */
    M shortenedTo(int most);
}
