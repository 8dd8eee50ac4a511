// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.story;

import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Replies;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * What a story is about, apart from the pull requests linked to it.
 *
 * @param item the item; null while only references to it are known
 * @param replies who answered first
 * @param people distinct people other than maintainers who wrote in it
 * @param links how many pull requests refer to it
 * @param told true if a story was told of it and has not been withdrawn
 */
record Subject(@Nullable ItemFacts item, Replies replies, long people, long links, boolean told) {

    static final Subject UNKNOWN = new Subject(null, Replies.NONE, 0, 0, false);

    static final Codec<Subject> CODEC = new Codec<>() {
        @Override
        public void write(Subject subject, Encoder out) throws IOException {
            Fields.writeOptional(subject.item, ItemFacts.CODEC, out);
            Replies.CODEC.write(subject.replies, out);
            out.writeLong(subject.people);
            out.writeLong(subject.links);
            out.writeBoolean(subject.told);
        }

        @Override
        public Subject read(Decoder in) throws IOException {
            return new Subject(
                    Fields.readOptional(ItemFacts.CODEC, in),
                    Replies.CODEC.read(in),
                    in.readLong(),
                    in.readLong(),
                    in.readBoolean());
        }
    };

    Subject withItem(@Nullable ItemFacts changed) {
        return new Subject(changed, replies, people, links, told);
    }

    Subject withConversation(Replies changed, long speakers) {
        return new Subject(item, changed, speakers, links, told);
    }

    Subject withLinks(long changed) {
        return new Subject(item, replies, people, changed, told);
    }

    Subject withTold(boolean changed) {
        return new Subject(item, replies, people, links, changed);
    }
}
