// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks;

import java.lang.management.ManagementFactory;

/**
 * What the figures were measured on.
 *
 * @param cores processors the JVM may use
 * @param maxHeapMebibytes largest heap of the process that runs the topology
 * @param jdk version of Java
 * @param os operating system
 * @param loadAverage processes that wanted a processor in the minute before the run; negative if unknown
 */
public record Machine(int cores, long maxHeapMebibytes, String jdk, String os, double loadAverage) {

    /** As it is now. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
