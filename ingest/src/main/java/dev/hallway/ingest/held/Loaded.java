// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a walk reads from a topic when it first needs it, and keeps until it is released: a cycle keeps its walks until it
 * ends, so without that, memory would be held as long.
 */
public final class Loaded<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    private Loaded(Supplier<T> source) {
        this.source = source;
    }

    /** Reads nothing yet. */
    public static <T> Loaded<T> from(Supplier<T> source) {
        return new Loaded<>(source);
    }

    /** The value, which is read if it is not there. */
    public T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }

    /** Lets go of the value; it is read again if it is needed again. */
    public void release() {
        value = null;
    }
}
