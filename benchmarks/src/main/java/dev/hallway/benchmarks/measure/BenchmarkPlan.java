// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.benchmarks.workload.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to measure.
 *
 * @param volume what is written to the input topics
 * @param lateEvents number of late events
 * @param threads stream threads
 * @param kafka Kafka properties that outrank those Hallway runs with
 * @param brokerOptions options of the JVM of broker and registry
 * @param profile whether to sample the stream threads
 * @param directory where everything is kept; must be empty
 */
public record BenchmarkPlan(
        Volume volume,
        int lateEvents,
        int threads,
        Map<String, String> kafka,
        List<String> brokerOptions,
        boolean profile,
        Path directory) {

    /** Copies the collections. */
    public BenchmarkPlan {
        kafka = Map.copyOf(kafka);
        brokerOptions = List.copyOf(brokerOptions);
    }
}
