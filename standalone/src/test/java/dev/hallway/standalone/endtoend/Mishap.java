// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import java.util.Random;

/** What may befall an ingest at one of its pages. */
enum Mishap {
    /** The broker is gone before the page is sent. */
    BROKER_GONE_BEFORE,
    /** The broker goes away while the page is sent. */
    BROKER_GONE_MEANWHILE,
    /** The process dies with half of the page sent. */
    KILLED_HALFWAY,
    /** The process dies when the page is committed, before it knows. */
    KILLED_AFTER,
    /** Somebody starts another ingest with the same id. */
    SUPERSEDED;

    /** One of them. */
    static Mishap any(Random random) {
        return values()[random.nextInt(values().length)];
    }
}
