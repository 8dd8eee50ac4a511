// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import java.time.Duration;

/**
 * What an event stream may take.
 *
 * @param readers how many may read it at once
 * @param unsent bytes that may wait for a reader
 * @param remembered events that are kept for readers that come back
 * @param heartbeat how often every reader is told that the connection is still there
 */
record StreamBounds(int readers, int unsent, int remembered, Duration heartbeat) {

    /** Proxies commonly end a connection on which nothing has come for a minute, some after half of it. */
    static final StreamBounds USUAL = new StreamBounds(1_000, 256 * 1024, 4_000, Duration.ofSeconds(15));
}
