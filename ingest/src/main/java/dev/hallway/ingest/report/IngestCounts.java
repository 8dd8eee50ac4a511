// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.report;

import dev.hallway.github.IngestStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Counts what happened since it was made, and estimates how much there is. Not thread-safe. */
public final class IngestCounts implements IngestListener {

    private static final int LISTS_WITH_HISTORY = 4;

    private final Map<String, Map<IngestStream, Double>> shares = new HashMap<>();
    private final Map<String, Long> published = new HashMap<>();
    private long requests;
    private OptionalLong quotaLeft = OptionalLong.empty();

    @Override
    public void answered(int status, OptionalLong quota) {
        requests++;
        quotaLeft = quota.isPresent() ? quota : quotaLeft;
    }

    @Override
    public void pageCommitted(String repository, IngestStream stream, int records) {
        published.merge(repository, (long) records, Long::sum);
    }

    @Override
    public void historyRead(String repository, IngestStream stream, double share) {
        shares.computeIfAbsent(repository, first -> new EnumMap<>(IngestStream.class))
                .put(stream, share);
    }

    /** Snapshots published so far. */
    public long records() {
        return published.values().stream().mapToLong(Long::longValue).sum();
    }

    /** An estimate of the snapshots in all repositories begun so far; empty if there is none yet. */
    public OptionalLong estimatedRecords() {
        double sum = 0;
        for (Map.Entry<String, Long> repository : published.entrySet()) {
            double share = shares.getOrDefault(repository.getKey(), Map.of()).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum()
                    / LISTS_WITH_HISTORY;
            if (share <= 0) {
                return OptionalLong.empty();
            }
            sum += repository.getValue() / Math.min(1, share);
        }
        return sum == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(records(), Math.round(sum)));
    }

    /** Requests and what is left of the quota, in a few words. */
    public String words() {
        String quota =
                quotaLeft.isPresent() ? String.format(Locale.ROOT, ", quota left %,d", quotaLeft.getAsLong()) : "";
        return String.format(Locale.ROOT, "%,d requests", requests) + quota;
    }
}
