// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most memory that was in use.
 *
 * @param heapMebibytes heap of this process, sum of the peaks of its parts
 * @param residentMebibytes all of this process; null where the system does not say
 * @param brokerResidentMebibytes all of the broker's process; null where the system does not say
 */
public record Memory(
        long heapMebibytes,
        @Nullable Long residentMebibytes,
        @Nullable Long brokerResidentMebibytes) {

    private static final String PEAK = "VmHWM:";
    private static final String THREADS = "Threads:";
    private static final String FORGET_PEAK = "5";

    /** Resets earlier peaks, where the system allows it. */
    public static void forgetPeaks() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), FORGET_PEAK);
        } catch (IOException notHere) {
            // Then the peak includes what loading needed, which is less than what streaming needs.
        }
    }

    /** The peaks since they were last forgotten. */
    public static Memory peak(ProcessHandle broker) {
        long heap =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Memory(heap >> 20, resident("self"), peakResident(broker));
    }

    /** The most memory a process had, in MiB; null where the system does not say. */
    public static @Nullable Long peakResident(ProcessHandle process) {
        return resident(Long.toString(process.pid()));
    }

    /** How many threads a process has; null where the system does not say. */
    public static @Nullable Long threads(ProcessHandle process) {
        return status(Long.toString(process.pid()), THREADS);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static @Nullable Long resident(String process) {
        Long kibibytes = status(process, PEAK);
        return kibibytes == null ? null : (Long) (kibibytes >> 10);
    }

    private static @Nullable Long status(String process, String what) {
        try {
            return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                    .filter(line -> line.startsWith(what))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(null);
        } catch (IOException notLinux) {
            return null;
        }
    }
}
