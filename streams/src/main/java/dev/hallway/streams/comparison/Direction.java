// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

/** On which side of the weeks before a week lies, as its test sees it. */
public enum Direction {
    /** More, or longer. */
    MORE,
    /** Less, or shorter. */
    LESS,
    SAME;

    /** The sign of a difference. */
    static Direction of(double difference) {
        return difference > 0 ? MORE : difference < 0 ? LESS : SAME;
    }
}
