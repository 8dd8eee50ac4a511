// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.fact.Answers;
import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Replies;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * An item as its repository's weeks count it.
 *
 * @param item what it is; null while only other things are known of it, or GitHub no longer has it
 * @param replies who answered first
 * @param answer the merge that answered it; null if there is none
 */
record ItemRecord(
        @Nullable ItemFacts item, Replies replies, @Nullable Answer answer) {

    static final ItemRecord UNKNOWN = new ItemRecord(null, Replies.NONE, null);

    static final Codec<ItemRecord> CODEC = new Codec<>() {
        @Override
        public void write(ItemRecord item, Encoder out) throws IOException {
            Fields.writeOptional(item.item, ItemFacts.CODEC, out);
            Replies.CODEC.write(item.replies, out);
            Fields.writeOptional(item.answer, Answers.CODEC, out);
        }

        @Override
        public ItemRecord read(Decoder in) throws IOException {
            return new ItemRecord(
                    Fields.readOptional(ItemFacts.CODEC, in),
                    Replies.CODEC.read(in),
                    Fields.readOptional(Answers.CODEC, in));
        }
    };

    ItemRecord withItem(@Nullable ItemFacts changed) {
        return new ItemRecord(changed, replies, answer);
    }

    ItemRecord withReplies(Replies changed) {
        return new ItemRecord(item, changed, answer);
    }

    ItemRecord withAnswer(@Nullable Answer changed) {
        return new ItemRecord(item, replies, changed);
    }
}
