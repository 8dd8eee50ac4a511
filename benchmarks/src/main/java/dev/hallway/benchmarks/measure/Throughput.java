// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

/**
 * The throughput of one measurement.
 *
 * @param events number of events
 * @param seconds how long they took by the wall clock
 * @param cpuSeconds processor time this process used meanwhile
 * @param brokerCpuSeconds processor time the broker's process used meanwhile
 */
public record Throughput(long events, double seconds, double cpuSeconds, double brokerCpuSeconds) {

    /** Events for each second of the wall clock. */
    public double eventsPerSecond() {
        return events / seconds;
    }
}
