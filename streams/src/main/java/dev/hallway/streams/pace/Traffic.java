// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.pace;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many records all tasks of an instance have taken in.
 *
 * <p>They share it because a commit that one task asks for is a commit of all tasks of its thread.
 */
public final class Traffic {

    private final LongAdder taken = new LongAdder();

    void count() {
        taken.increment();
    }

    long counted() {
        return taken.sum();
    }
}
