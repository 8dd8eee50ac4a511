// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import java.io.PrintWriter;
import java.util.Locale;

/** Is notified of how far a measurement is. */
@FunctionalInterface
public interface ProgressReporter {

    /** This many are done, out of this many. */
    void report(String what, long done, long all);

    /** A line every two seconds. */
    static ProgressReporter lines(PrintWriter out) {
        long[] reported = {System.nanoTime(), 0};
        return (what, done, all) -> {
            long now = System.nanoTime();
            if (done != reported[1] && (done == all || now - reported[0] > 2_000_000_000L)) {
                reported[0] = now;
                reported[1] = done;
                out.println(String.format(Locale.ROOT, "%,d of %,d %s", done, all, what));
            }
        };
    }
}
