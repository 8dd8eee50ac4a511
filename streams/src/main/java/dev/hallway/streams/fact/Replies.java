// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * Who answered an item first.
 *
 * @param first the first response by another human; null while waiting
 * @param firstByMaintainer the first by a maintainer; null while waiting
 */
public record Replies(@Nullable Reply first, @Nullable Reply firstByMaintainer) {

    /** Nobody has answered. */
    public static final Replies NONE = new Replies(null, null);

    /** How they are written. */
    public static final Codec<Replies> CODEC = new Codec<>() {
        @Override
        public void write(Replies replies, Encoder out) throws IOException {
            Fields.writeOptional(replies.first, Reply.CODEC, out);
            Fields.writeOptional(replies.firstByMaintainer, Reply.CODEC, out);
        }

        @Override
        public Replies read(Decoder in) throws IOException {
            return new Replies(Fields.readOptional(Reply.CODEC, in), Fields.readOptional(Reply.CODEC, in));
        }
    };

    /** These with one more response. */
    public Replies with(Reply reply) {
        return new Replies(
                earlier(first, reply), reply.maintainer() ? earlier(firstByMaintainer, reply) : firstByMaintainer);
    }

    /** True if taking the response away could change these. */
    public boolean dependOn(Reply reply) {
        return reply.equals(first) || reply.equals(firstByMaintainer);
    }

    private static Reply earlier(@Nullable Reply known, Reply reply) {
        return known == null || reply.compareTo(known) < 0 ? reply : known;
    }
}
