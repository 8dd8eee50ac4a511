// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.fact.Replies;
import dev.hallway.streams.state.Codec;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * What was said in an item, summed up.
 *
 * @param replies who answered first; nobody while the item itself is not known
 * @param any false as long as nothing at all was said
 * @param people distinct people other than maintainers who wrote in it; counted for issues only
 */
record Conversation(Replies replies, boolean any, long people) {

    static final Conversation EMPTY = new Conversation(Replies.NONE, false, 0);

    static final Codec<Conversation> CODEC = new Codec<>() {
        @Override
        public void write(Conversation conversation, Encoder out) throws IOException {
            Replies.CODEC.write(conversation.replies, out);
            out.writeBoolean(conversation.any);
            out.writeLong(conversation.people);
        }

        @Override
        public Conversation read(Decoder in) throws IOException {
            return new Conversation(Replies.CODEC.read(in), in.readBoolean(), in.readLong());
        }
    };

    Conversation withReplies(Replies changed) {
        return new Conversation(changed, any, people);
    }

    Conversation withPeople(long changed) {
        return new Conversation(replies, any, changed);
    }

    Conversation withAnything() {
        return new Conversation(replies, true, people);
    }
}
