// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.comparison.ComparedFigure;
import java.util.Optional;

/**
 * Where the figures of a digest are explained.
 *
 * @param origin scheme, host and port of a Hallway that answers; empty if none is sure to
 */
public record FigureLinks(Optional<String> origin) {

    /** Figures lead nowhere: a digest may be read when nobody answers any more. */
    public static final FigureLinks NONE = new FigureLinks(Optional.empty());

    /** Figures lead to what they counted, as the Hallway there answers it. */
    public static FigureLinks to(String origin) {
        return new FigureLinks(Optional.of(origin));
    }

    /** The words as a link to what the figure counted. */
    String linked(DigestModel model, ComparedFigure figure, String words) {
        return origin.map(there -> MarkdownText.link(
                        words,
                        there + "/api/v1/repositories/" + model.repository() + "/weeks/" + model.week() + "/explain/"
                                + figure))
                .orElse(words);
    }
}
