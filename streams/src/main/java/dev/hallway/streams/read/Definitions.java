// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

/** Which definitions the figures follow; {@code docs/metrics.md} holds them. */
public final class Definitions {

    /** Rises whenever a figure would come out differently from the same facts. */
    public static final int VERSION = 2;

    private Definitions() {}
}
