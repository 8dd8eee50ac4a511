// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /** The later of two, whichever came first; null if there is none. */
    static <T> @Nullable T later(@Nullable T known, @Nullable T other, Function<T, SnapshotVersion> version) {
        if (known == null || other == null) {
            return known == null ? other : known;
        }
        return version.apply(other).isNotLaterThan(version.apply(known)) ? known : other;
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
