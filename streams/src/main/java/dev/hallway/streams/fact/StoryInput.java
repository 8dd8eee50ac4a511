// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** What the conversations tell the story of an item; keyed by that item. */
public sealed interface StoryInput extends StageInput {

    /**
     * The item itself changed.
     *
     * @param item the item as it is now; null if GitHub no longer has it
     */
    record ItemChanged(@Nullable ItemFacts item) implements StoryInput {}

    /**
     * What was said in the item changed.
     *
     * @param replies who answered first
     * @param people distinct people other than maintainers who wrote in it
     */
    record ConversationChanged(Replies replies, long people) implements StoryInput {}

    /**
     * A pull request that refers to the item changed, or refers to it no longer.
     *
     * @param before the link as it was; null if there was none
     * @param after the link as it is; null if there is none any more
     */
    record LinkChanged(@Nullable Link before, @Nullable Link after) implements StoryInput {}

    /** How these are written. */
    Codec<StoryInput> CODEC = new Codec<>() {
        @Override
        public void write(StoryInput input, Encoder out) throws IOException {
            if (input instanceof ItemChanged changed) {
                out.writeInt(0);
                Fields.writeOptional(changed.item, ItemFacts.CODEC, out);
            } else if (input instanceof ConversationChanged changed) {
                out.writeInt(1);
                Replies.CODEC.write(changed.replies, out);
                out.writeLong(changed.people);
            } else if (input instanceof LinkChanged changed) {
                out.writeInt(2);
                Fields.writeOptional(changed.before, Link.CODEC, out);
                Fields.writeOptional(changed.after, Link.CODEC, out);
            }
        }

        @Override
        public StoryInput read(Decoder in) throws IOException {
            int tag = in.readInt();
            return switch (tag) {
                case 0 -> new ItemChanged(Fields.readOptional(ItemFacts.CODEC, in));
                case 1 -> new ConversationChanged(Replies.CODEC.read(in), in.readLong());
                case 2 -> new LinkChanged(Fields.readOptional(Link.CODEC, in), Fields.readOptional(Link.CODEC, in));
                default -> throw new IOException("no story input has the tag " + tag);
            };
        }
    };

    /** The record key of a story's inputs. */
    static String key(String repository, long number) {
        return new ItemKey(repository, number).toString();
    }
}
