// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.function.Function;
import java.util.stream.IntStream;

/** What a GitHub comment may hold, and how a digest is made to fit. */
final class DigestFormat {

    static final int LIMIT = 65_536;
    private static final int[] LENGTHS = {200, 100, 50, 40, 30, 20, 10, 5, 2};

    private DigestFormat() {}

    /**
     * A digest that fits.
     *
     * @param model the model with lists as long as fit below the limit
     * @param text how it is rendered
     */
    record Fitted<M>(M model, String text) {}

    /** Renders the model with lists as long as fit below the limit. */
    static <M extends Shortenable<M>> Fitted<M> fit(M model, Function<M, String> renderer) {
        return IntStream.of(LENGTHS)
                .mapToObj(length -> rendered(model.shortenedTo(length), renderer))
                .filter(fitted -> fitted.text().length() < LIMIT)
                .findFirst()
                .orElseGet(() -> rendered(model.shortenedTo(0), renderer));
    }

    private static <M> Fitted<M> rendered(M model, Function<M, String> renderer) {
        return new Fitted<>(model, renderer.apply(model));
    }
}
