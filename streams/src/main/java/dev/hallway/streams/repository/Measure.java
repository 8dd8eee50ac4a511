// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

/** The durations that weeks know percentiles of, in whole seconds. */
enum Measure {
    ISSUE_RESPONSE(Figure.RESPONSIVENESS),
    PULL_REQUEST_RESPONSE(Figure.RESPONSIVENESS),
    FEEDBACK_LATENCY(Figure.FEEDBACK_LATENCY);

    private final Figure figure;

    Measure(Figure figure) {
        this.figure = figure;
    }

    Figure figure() {
        return figure;
    }
}
