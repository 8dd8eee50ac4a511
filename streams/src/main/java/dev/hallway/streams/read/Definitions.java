// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

/** Which definitions the figures follow; {@code docs/metrics.md} holds them. */
public final class Definitions {

    /** Rises whenever a figure would come out differently from the same facts. */
    public static final int VERSION = 2;

    /** A response within 48 hours is in time. */
    public static final long IN_TIME_SECONDS = 48 * 3_600L;

    /** A week is compared with so many weeks before it at most. */
    public static final int WEEKS_COMPARED = 12;

    /** In so many weeks after the first one, somebody who contributes has returned. */
    public static final int WEEKS_TO_RETURN = 12;

    private Definitions() {}
}
