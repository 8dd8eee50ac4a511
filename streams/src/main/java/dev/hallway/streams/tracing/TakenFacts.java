// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.tracing;

import io.opentelemetry.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.List;

/** The facts of a repository that wait for their derivation: the contexts of the first ones, and how many there are. */
final class TakenFacts {

    /** So many contexts are remembered. */
    static final int MOST = 32;

    private final List<SpanContext> first = new ArrayList<>();
    private long count;

    void add(SpanContext fact) {
        count++;
        if (first.size() < MOST) {
            first.add(fact);
        }
    }

    /** In the order in which they arrived; never empty. */
    List<SpanContext> first() {
        return List.copyOf(first);
    }

    long count() {
        return count;
    }
}
