// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.state.KeyReader;
import dev.hallway.streams.state.KeyWriter;
import dev.hallway.streams.state.StoreKey;

/**
 * A person who wrote in an issue.
 *
 * @param item record key of the issue
 * @param person GitHub's user id
 */
record VoiceKey(String item, long person) implements StoreKey {

    static VoiceKey read(KeyReader reader) {
        return new VoiceKey(reader.text(), reader.int64());
    }

    @Override
    public void writeTo(KeyWriter writer) {
        writer.text(item).int64(person);
    }
}
