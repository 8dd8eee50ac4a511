// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

/** A key of a store, or the beginning of one, as bytes whose order is the order of its parts. */
public interface StoreKey {

    /** Writes the parts in order. */
    void writeTo(KeyWriter writer);
}
