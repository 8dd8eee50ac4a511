// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.fact.Author;
import dev.hallway.streams.fact.Reply;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * The little that a comment has to know of its item: kept apart from the snapshot, which may be long.
 *
 * @param deleted true if GitHub no longer has the item: then nothing in it counts
 * @param author who opened it
 * @param openedAt when, UTC
 */
record Opening(boolean deleted, Author author, Instant openedAt) {

    static final Codec<Opening> CODEC = new Codec<>() {
        @Override
        public void write(Opening opening, Encoder out) throws IOException {
            out.writeBoolean(opening.deleted);
            Author.CODEC.write(opening.author, out);
            Fields.writeInstant(opening.openedAt, out);
        }

        @Override
        public Opening read(Decoder in) throws IOException {
            return new Opening(in.readBoolean(), Author.CODEC.read(in), Fields.readInstant(in));
        }
    };

    static Opening of(Snapshot snapshot) {
        return new Opening(
                snapshot.deleted(),
                snapshot.written().author(),
                snapshot.written().openedAt());
    }

    /** The response that something visible is to the item; null if it is none. */
    @Nullable
    Reply reply(Utterance.@Nullable Visible visible) {
        if (visible == null || deleted) {
            return null;
        }
        boolean responds =
                visible.author().canRespondTo(author) && !visible.time().isBefore(openedAt);
        return responds ? visible.toReply() : null;
    }
}
