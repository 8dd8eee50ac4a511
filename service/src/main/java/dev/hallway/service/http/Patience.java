// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import java.time.Duration;

/**
 * How long a server waits for a sender, in each phase of a connection.
 *
 * @param idle for the first byte of a request
 * @param head for the rest of its head
 * @param body for its body, and for its answer to be taken, before they have to keep the minimum rate
 * @param bytesPerSecond the minimum rate of both
 */
record Patience(Duration idle, Duration head, Duration body, int bytesPerSecond) {

    /** GitHub itself gives up on a webhook after ten seconds. */
    static final Patience USUAL =
            new Patience(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(10), 16 * 1024);

    /** How long a body, or an answer, may have taken of which so many bytes have gone over the line. */
    Duration forBytes(long bytes) {
        return body.plusMillis(bytes * 1_000 / bytesPerSecond);
    }
}
