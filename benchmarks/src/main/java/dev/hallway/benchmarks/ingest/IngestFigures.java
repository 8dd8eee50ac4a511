// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.ingest;

import dev.hallway.benchmarks.measure.Memory;
import dev.hallway.benchmarks.measure.Throughput;

/**
 * The result of one run.
 *
 * @param throughput records committed to Kafka; the processor time of GitHub is not in it
 * @param githubCpuSeconds processor time of the simulated GitHub during the run
 * @param requests requests of the first pull
 * @param pages pages of the first pull; those waiting at the same time were committed together
 * @param idleRequests requests of a poll that found nothing new
 * @param memory peaks while it ran
 * @param complete whether everything that was made has been committed
 */
record IngestFigures(
        Throughput throughput,
        double githubCpuSeconds,
        long requests,
        long pages,
        long idleRequests,
        Memory memory,
        boolean complete) {}
