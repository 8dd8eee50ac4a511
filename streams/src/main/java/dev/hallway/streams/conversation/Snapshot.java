// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Version;
import dev.hallway.streams.state.Codec;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * The latest known snapshot of an item.
 *
 * @param version orders it among the snapshots of the item
 * @param deleted true if GitHub no longer has the item
 * @param facts what it is, or last was
 */
record Snapshot(Version version, boolean deleted, ItemFacts facts) {

    static final Codec<Snapshot> CODEC = new Codec<>() {
        @Override
        public void write(Snapshot snapshot, Encoder out) throws IOException {
            Version.CODEC.write(snapshot.version, out);
            out.writeBoolean(snapshot.deleted);
            ItemFacts.CODEC.write(snapshot.facts, out);
        }

        @Override
        public Snapshot read(Decoder in) throws IOException {
            return new Snapshot(Version.CODEC.read(in), in.readBoolean(), ItemFacts.CODEC.read(in));
        }
    };
}
