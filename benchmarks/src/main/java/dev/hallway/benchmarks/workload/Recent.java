// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A bounded memory that forgets at random when it is full.
 *
 * @param <T> what is remembered
 */
final class Recent<T> {

    private static final int TRIES = 8;

    private final int capacity;
    private final List<T> known = new ArrayList<>();

    Recent(int capacity) {
        this.capacity = capacity;
    }

    void remember(T thing, SplittableRandom random) {
        if (known.size() < capacity) {
            known.add(thing);
        } else {
            known.set(random.nextInt(capacity), thing);
        }
    }

    /** One of those remembered that fits, unless some tries find none. */
    Optional<T> any(SplittableRandom random, Predicate<T> fits) {
        for (int attempt = 0; attempt < TRIES && !known.isEmpty(); attempt++) {
            T candidate = known.get(random.nextInt(known.size()));
            if (fits.test(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    void replace(T before, T after) {
        known.set(known.indexOf(before), after);
    }
}
