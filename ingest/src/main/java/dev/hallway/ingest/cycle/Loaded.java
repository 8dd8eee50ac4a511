// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a walk reads from a topic when it first needs it, and keeps until it is released: a cycle keeps its walks until it
 * ends, so without that, memory would be held as long.
 */
final class Loaded<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    private Loaded(Supplier<T> source) {
        this.source = source;
    }

    /** Reads nothing yet. */
    static <T> Loaded<T> from(Supplier<T> source) {
        return new Loaded<>(source);
    }

    T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }

    void release() {
        value = null;
    }
}
