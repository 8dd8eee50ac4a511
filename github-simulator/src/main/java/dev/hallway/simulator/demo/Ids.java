// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

/** Hands out GitHub's numeric ids; no id is given twice in the whole community. */
final class Ids {

    private long last = 500_000_000;

    long next() {
        return ++last;
    }
}
