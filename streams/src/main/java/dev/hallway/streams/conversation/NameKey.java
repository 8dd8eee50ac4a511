// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.state.KeyReader;
import dev.hallway.streams.state.KeyWriter;
import dev.hallway.streams.state.StoreKey;

/**
 * Something that has to do with a name of a repository.
 *
 * @param name {@code owner/repo} in lower case
 * @param holder who claims the name, or the record key of the pull request that refers to it
 */
record NameKey(String name, String holder) implements StoreKey {

    static NameKey read(KeyReader reader) {
        return new NameKey(reader.text(), reader.text());
    }

    @Override
    public void writeTo(KeyWriter writer) {
        writer.text(name).text(holder);
    }

    /** The beginning of all keys of a name. */
    record OfName(String name) implements StoreKey {
        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(name);
        }
    }
}
