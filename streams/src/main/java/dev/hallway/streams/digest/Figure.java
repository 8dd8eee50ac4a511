// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A figure, or why there is none. */
public sealed interface Figure {

    /** Without saying of how many. */
    static Figure of(double value) {
        return new Known(value, null);
    }

    /** With the number of things it was taken from. */
    static Figure of(double value, long n) {
        return new Known(value, n);
    }

    /** The value, or the reason if it is missing. */
    static Figure orUnavailable(@Nullable Number value, long n, String reason) {
        return value == null ? new Unavailable(reason) : new Known(value.doubleValue(), n);
    }

    /** The share a part has in a whole, or the reason if the whole is empty. */
    static Figure share(long part, long whole, String reason) {
        return whole == 0 ? new Unavailable(reason) : new Known((double) part / whole, whole);
    }

    /** The value, if known. */
    default OptionalDouble number() {
        return this instanceof Known known ? OptionalDouble.of(known.value()) : OptionalDouble.empty();
    }

    /**
     * A known figure.
     *
     * @param value in the unit of its measure
     * @param n from how many it was taken; null if it is a count itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Known(double value, @Nullable Long n) implements Figure {}

    /**
     * A figure that cannot be known.
     *
     * @param unavailable why, as half a sentence
     */
    record Unavailable(String unavailable) implements Figure {}
}
