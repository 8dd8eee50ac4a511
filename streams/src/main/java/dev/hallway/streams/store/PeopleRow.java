// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

/**
 * The people registry under which everything of a task was last classified.
 *
 * @param fingerprint of the registry and of the built-in list of bots; 0 if there was none, or if not everything was
 *     classified under one
 * @param home of the organisations that were home when everything last was
 */
public record PeopleRow(long fingerprint, long home) {

    /** Of a task that has classified nothing. */
    public static final PeopleRow NONE = new PeopleRow(0, 0);

    /** The same while the tables are being classified anew. */
    public PeopleRow interrupted() {
        return new PeopleRow(0, home);
    }
}
