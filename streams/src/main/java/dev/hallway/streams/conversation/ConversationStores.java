// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.state.Keys;
import dev.hallway.streams.state.Store;
import dev.hallway.streams.state.Store.Caching;
import dev.hallway.streams.state.Values;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/** The stores of the conversation stage. */
public final class ConversationStores {

    /** Latest snapshot of every item, by record key. */
    static final Store<String, Snapshot> ITEMS =
            new Store<>("items", Serdes.String(), Values.serde(Snapshot.CODEC), Caching.WRITE_THROUGH);

    /** What a comment has to know of its item, by record key of the item. */
    static final Store<String, Opening> OPENINGS =
            new Store<>("openings", Serdes.String(), Values.serde(Opening.CODEC), Caching.GATHER);

    /** What was said in every item, by record key of the item. */
    static final Store<String, Conversation> CONVERSATIONS =
            new Store<>("conversations", Serdes.String(), Values.serde(Conversation.CODEC), Caching.GATHER);

    /** Latest snapshot of every comment and review, by item. */
    static final Store<UtteranceKey, Utterance> UTTERANCES = new Store<>(
            "utterances", Keys.serde(UtteranceKey::read), Values.serde(Utterance.CODEC), Caching.WRITE_THROUGH);

    /** How often each person wrote in each issue. */
    static final Store<VoiceKey, Voice> VOICES =
            new Store<>("voices", Keys.serde(VoiceKey::read), Values.serde(Voice.CODEC), Caching.GATHER);

    /** Who claims every name of a repository, with the id of the claimant. */
    static final Store<NameKey, Long> NAME_CLAIMS =
            new Store<>("name-claims", Keys.serde(NameKey::read), Serdes.Long(), Caching.WRITE_THROUGH);

    /** The pull requests that use every name of another repository; only the keys say anything. */
    static final Store<NameKey, byte[]> NAME_USES =
            new Store<>("name-uses", Keys.serde(NameKey::read), Serdes.ByteArray(), Caching.WRITE_THROUGH);

    /** All of them, for the topology. */
    public static final List<Store<?, ?>> ALL =
            List.of(ITEMS, OPENINGS, CONVERSATIONS, UTTERANCES, VOICES, NAME_CLAIMS, NAME_USES);

    private ConversationStores() {}
}
