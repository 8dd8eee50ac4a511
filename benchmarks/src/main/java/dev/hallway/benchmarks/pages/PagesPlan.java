// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.pages;

import dev.hallway.benchmarks.workload.Volume;
import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param volume what happens in the repositories of three years
 * @param oldEvents what happens in the one of ten years
 * @param times how often each page is loaded
 * @param javaOptions options of the JVM of streams
 * @param brokerOptions options of the JVM of broker and registry
 * @param directory where everything is kept; must be empty
 */
record PagesPlan(
        Volume volume, int oldEvents, int times, List<String> javaOptions, List<String> brokerOptions, Path directory) {

    PagesPlan {
        javaOptions = List.copyOf(javaOptions);
        brokerOptions = List.copyOf(brokerOptions);
    }
}
