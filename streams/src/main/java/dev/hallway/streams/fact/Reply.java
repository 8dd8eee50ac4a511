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
 * A response to an item by another human.
 *
 * @param time when it became visible, UTC
 * @param kind what it is; decides between responses of the same second
 * @param id GitHub's id; decides between responses of the same second and kind
 * @param maintainer true if a maintainer responded
 */
public record Reply(Instant time, Kind kind, long id, boolean maintainer) implements Comparable<Reply> {

    /** Kinds of response, in the order that decides between those of the same second. */
    public enum Kind {
        ISSUE_COMMENT,
        REVIEW,
        REVIEW_COMMENT
    }

    /** How responses are written. */
    public static final Codec<Reply> CODEC = new Codec<>() {
        private final Kind[] kinds = Kind.values();

        @Override
        public void write(Reply reply, Encoder out) throws IOException {
            Fields.writeInstant(reply.time, out);
            out.writeInt(reply.kind.ordinal());
            out.writeLong(reply.id);
            out.writeBoolean(reply.maintainer);
        }

        @Override
        public Reply read(Decoder in) throws IOException {
            return new Reply(Fields.readInstant(in), kinds[in.readInt()], in.readLong(), in.readBoolean());
        }
    };

    private static final Comparator<Reply> ORDER = Comparator.comparing(
                    (Reply reply) -> reply.time().getEpochSecond())
            .thenComparing(Reply::kind)
            .thenComparing(Reply::id);

    @Override
    public int compareTo(Reply other) {
        return ORDER.compare(this, other);
    }
}
