// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import java.time.Instant;
import java.util.Comparator;

/**
 * Which of two snapshots of an entity is the later one.
 *
 * @param updatedAt GitHub's updated_at
 * @param observedAt when the snapshot was taken; decides between equal updatedAt
 */
public record SnapshotVersion(Instant updatedAt, Instant observedAt) implements Comparable<SnapshotVersion> {

    private static final Comparator<SnapshotVersion> ORDER =
            Comparator.comparing(SnapshotVersion::updatedAt).thenComparing(SnapshotVersion::observedAt);

    /** The version of an entity for which GitHub keeps no updated_at. */
    public static SnapshotVersion observed(Instant observedAt) {
        return new SnapshotVersion(Instant.EPOCH, observedAt);
    }

    /** True if a snapshot of this version adds nothing to one of the other. */
    public boolean isNotLaterThan(SnapshotVersion other) {
        return compareTo(other) <= 0;
    }

    @Override
    public int compareTo(SnapshotVersion other) {
        return ORDER.compare(this, other);
    }
}
