// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

/**
 * How fast something went.
 *
 * @param events number of events
 * @param seconds how long they took by the wall clock
 * @param cpuSeconds processor time this process took meanwhile
 * @param brokerCpuSeconds processor time the broker's process took meanwhile
 */
public record Throughput(long events, double seconds, double cpuSeconds, double brokerCpuSeconds) {

    /** Events for each second of the wall clock. */
    public double eventsPerSecond() {
        return events / seconds;
    }
}
