// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The issues of a repository that a pull request may still close. */
final class OpenIssues {

    private static final int REMEMBERED = 40;

    private final Deque<Long> numbers = new ArrayDeque<>();

    /** Remembers an issue; the oldest is forgotten, as happens to issues. */
    void add(long number) {
        numbers.addLast(number);
        if (numbers.size() > REMEMBERED) {
            numbers.removeFirst();
        }
    }

    /** Removes and returns a recent one, or one that has waited long. */
    Optional<Long> take(Dice dice) {
        return Optional.ofNullable(dice.chance(0.6) ? numbers.pollLast() : numbers.pollFirst());
    }
}
