// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.function.Function;
import java.util.stream.IntStream;

/** What a GitHub comment may hold, and how a digest is made to fit. */
final class DigestFormat {

    static final int LIMIT = 65_536;
    private static final int[] LENGTHS = {50, 40, 30, 20, 10, 5, 2};

    private DigestFormat() {}

    /** Renders the model with lists as long as fit below the limit. */
    static String fitting(DigestModel model, Function<DigestModel, String> renderer) {
        return renderer.apply(shortened(model, renderer));
    }

    /** The model with lists as long as fit below the limit. */
    static DigestModel shortened(DigestModel model, Function<DigestModel, String> renderer) {
        return IntStream.of(LENGTHS)
                .mapToObj(model::shortenedTo)
                .filter(fitted -> renderer.apply(fitted).length() < LIMIT)
                .findFirst()
                .orElseGet(() -> model.shortenedTo(0));
    }
}
