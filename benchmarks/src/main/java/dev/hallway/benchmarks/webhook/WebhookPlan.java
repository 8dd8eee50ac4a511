// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.webhook;

import dev.hallway.benchmarks.ingest.LargeRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What one run does.
 *
 * @param history what each repository has before the first delivery
 * @param repositories how many of them
 * @param deliveries one after the other
 * @param pause time from one to the next
 * @param burst deliveries all at once, after those
 * @param brokerOptions options of the broker's JVM
 * @param directory where broker and stores are kept
 */
record WebhookPlan(
        LargeRepository history,
        int repositories,
        int deliveries,
        Duration pause,
        int burst,
        List<String> brokerOptions,
        Path directory) {}
