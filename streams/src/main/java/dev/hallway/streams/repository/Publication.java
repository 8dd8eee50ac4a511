// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * What has been published of a repository so far.
 *
 * @param firstFlowWeek first week with a published flow row; null if there is none
 * @param lastFlowWeek last week with one; null if there is none
 * @param digestWeek the last week a digest was published for; null if there was none
 * @param digestStale true if figures that this digest shows have changed since
 */
record Publication(
        @Nullable IsoWeek firstFlowWeek,
        @Nullable IsoWeek lastFlowWeek,
        @Nullable IsoWeek digestWeek,
        boolean digestStale) {

    static final Publication NONE = new Publication(null, null, null, false);

    static final Codec<Publication> CODEC = new Codec<>() {
        private final Codec<IsoWeek> week = new Codec<>() {
            @Override
            public void write(IsoWeek value, Encoder out) throws IOException {
                out.writeInt(value.ordinal());
            }

            @Override
            public IsoWeek read(Decoder in) throws IOException {
                return new IsoWeek(in.readInt());
            }
        };

        @Override
        public void write(Publication publication, Encoder out) throws IOException {
            Fields.writeOptional(publication.firstFlowWeek, week, out);
            Fields.writeOptional(publication.lastFlowWeek, week, out);
            Fields.writeOptional(publication.digestWeek, week, out);
            out.writeBoolean(publication.digestStale);
        }

        @Override
        public Publication read(Decoder in) throws IOException {
            return new Publication(
                    Fields.readOptional(week, in),
                    Fields.readOptional(week, in),
                    Fields.readOptional(week, in),
                    in.readBoolean());
        }
    };

    Publication withFlow(@Nullable IsoWeek first, @Nullable IsoWeek last) {
        return new Publication(first, last, digestWeek, digestStale);
    }

    Publication withDigest(IsoWeek week) {
        return new Publication(firstFlowWeek, lastFlowWeek, week, false);
    }

    Publication withStaleDigest() {
        return new Publication(firstFlowWeek, lastFlowWeek, digestWeek, true);
    }
}
