// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.change;

import dev.hallway.streams.state.KeyReader;
import dev.hallway.streams.state.KeyWriter;
import dev.hallway.streams.state.StoreKey;

/**
 * Where changes of one kind are noted, a page of numbers together.
 *
 * @param repository {@code owner/repo} in lower case
 * @param page the numbers from {@code page * Bits.SIZE} on; the account for accounts
 */
record ChangeKey(String repository, ChangeKind kind, long page) implements StoreKey {

    private static final ChangeKind[] KINDS = ChangeKind.values();

    static ChangeKey read(KeyReader reader) {
        return new ChangeKey(reader.text(), KINDS[reader.octet()], reader.int64());
    }

    @Override
    public void writeTo(KeyWriter writer) {
        writer.text(repository).octet(kind.ordinal()).int64(page);
    }
}
