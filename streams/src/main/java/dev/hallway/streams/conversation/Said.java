// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.conversation.Utterance.Visible;
import dev.hallway.streams.fact.Author;
import dev.hallway.streams.fact.Replies;
import dev.hallway.streams.fact.Reply;
import dev.hallway.streams.fact.StageInput;
import dev.hallway.streams.state.Keys;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What was said in the items of this task: who answered first, and how many people spoke. */
final class Said {

    private final KeyValueStore<UtteranceKey, Utterance> utterances;
    private final KeyValueStore<VoiceKey, Voice> voices;

    Said(ProcessorContext<String, StageInput> context) {
        utterances = ConversationStores.UTTERANCES.in(context);
        voices = ConversationStores.VOICES.in(context);
    }

    /** Hands everything visible in the item to the consumer; costs as much as there is, so only for rare changes. */
    void forEachVisible(String item, Consumer<Visible> consumer) {
        Map<Long, Utterance> reviews = new HashMap<>();
        try (KeyValueIterator<UtteranceKey, Utterance> all =
                utterances.prefixScan(new UtteranceKey.OfItem(item), Keys.SERIALIZER)) {
            while (all.hasNext()) {
                KeyValue<UtteranceKey, Utterance> next = all.next();
                if (next.key.kind() == Reply.Kind.REVIEW) {
                    reviews.put(next.key.id(), next.value);
                }
                Visible visible = next.value.visible(next.key.kind(), next.key.id(), reviews.get(next.key.review()));
                if (visible != null) {
                    consumer.accept(visible);
                }
            }
        }
    }

    /** Finds the first responses by looking at everything said in the item. */
    Replies findReplies(String item, Opening opening) {
        FirstReplies found = new FirstReplies();
        forEachVisible(item, visible -> found.consider(opening.reply(visible)));
        return found.replies;
    }

    /**
     * The first responses after something said in the item changed. Costs a look at two replies, except when one of the
     * first responses itself is withdrawn or moved: then the conversation is read once.
     */
    Replies replies(String item, Opening opening, Replies known, @Nullable Visible before, @Nullable Visible after) {
        Reply was = opening.reply(before);
        Reply is = opening.reply(after);
        if (Objects.equals(was, is)) {
            return known;
        }
        if (was != null && known.dependOn(was)) {
            return findReplies(item, opening);
        }
        return is == null ? known : known.with(is);
    }

    /** Counts one more or one less utterance of a person; returns by how much the people who stand for demand change. */
    long speak(String item, Author author, boolean maintainer, int times) {
        if (!author.isKnownPerson()) {
            return 0;
        }
        VoiceKey key = new VoiceKey(item, author.id());
        Voice known = voices.get(key);
        Voice before = known == null ? Voice.SILENT : known;
        Voice after = before.plus(maintainer, times);
        voices.put(key, after.isSilent() ? null : after);
        return (after.isDemand() ? 1L : 0L) - (before.isDemand() ? 1L : 0L);
    }

    private static final class FirstReplies {

        private Replies replies = Replies.NONE;

        void consider(@Nullable Reply reply) {
            if (reply != null) {
                replies = replies.with(reply);
            }
        }
    }
}
