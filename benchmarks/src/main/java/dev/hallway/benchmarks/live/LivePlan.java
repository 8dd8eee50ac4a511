// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.live;

import dev.hallway.benchmarks.workload.Volume;
import java.nio.file.Path;
import java.util.List;

/**
 * What one run does.
 *
 * @param volume what happened before the pages are opened
 * @param pages how many pages are open
 * @param events how many figures change at most while they are
 * @param javaOptions options of the JVM of streams
 * @param brokerOptions options of the broker's JVM
 * @param directory where broker and stores are kept
 */
record LivePlan(
        Volume volume, int pages, int events, List<String> javaOptions, List<String> brokerOptions, Path directory) {}
