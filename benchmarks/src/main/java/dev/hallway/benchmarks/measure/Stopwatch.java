// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import java.time.Duration;

/** Measures time by the wall clock and by the processor, of this process and of the broker's. */
public final class Stopwatch {

    private static final double NANOS = 1e9;

    private final ProcessHandle broker;
    private final long start = System.nanoTime();
    private final double cpuBefore;
    private final double brokerCpuBefore;

    /** Starts. */
    public Stopwatch(ProcessHandle broker) {
        this.broker = broker;
        cpuBefore = cpuSeconds(ProcessHandle.current());
        brokerCpuBefore = cpuSeconds(broker);
    }

    /** What happened since the start. */
    public Throughput stop(long events) {
        return new Throughput(
                events,
                (System.nanoTime() - start) / NANOS,
                cpuSeconds(ProcessHandle.current()) - cpuBefore,
                cpuSeconds(broker) - brokerCpuBefore);
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS;
    }
}
