// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * Which of two snapshots of an entity is the later one.
 *
 * @param updatedAt GitHub's updated_at
 * @param observedAt when the snapshot was taken; decides between equal updatedAt
 */
public record Version(Instant updatedAt, Instant observedAt) implements Comparable<Version> {

    /** How versions are written. */
    public static final Codec<Version> CODEC = new Codec<>() {
        @Override
        public void write(Version version, Encoder out) throws IOException {
            Fields.writeInstant(version.updatedAt, out);
            Fields.writeInstant(version.observedAt, out);
        }

        @Override
        public Version read(Decoder in) throws IOException {
            return new Version(Fields.readInstant(in), Fields.readInstant(in));
        }
    };

    private static final Comparator<Version> ORDER =
            Comparator.comparing(Version::updatedAt).thenComparing(Version::observedAt);

    /** The version of an entity for which GitHub keeps no updated_at. */
    public static Version observed(Instant observedAt) {
        return new Version(Instant.EPOCH, observedAt);
    }

    /** True if a snapshot of this version adds nothing to one of the other. */
    public boolean isNotLaterThan(Version other) {
        return compareTo(other) <= 0;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
