// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest requests, in order; bounded, because the demo may run for weeks. */
final class RequestLog {

    private static final int REMEMBERED = 20_000;

    private final Deque<LoggedRequest> requests = new ArrayDeque<>();

    synchronized void add(LoggedRequest request) {
        requests.addLast(request);
        if (requests.size() > REMEMBERED) {
            requests.removeFirst();
        }
    }

    synchronized List<LoggedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized void clear() {
        requests.clear();
    }
}
