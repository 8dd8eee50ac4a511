// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

/** Is told how far a measurement is. */
@FunctionalInterface
public interface Progress {

    /** So many of the things are done, of so many. */
    void report(String what, long done, long all);
}
