// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.state.Codec;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * An issue or pull request, and what was last derived from it.
 *
 * @param snapshot what GitHub said
 * @param linksChanged true if what it refers to, or how, has changed since its links were written
 * @param outcome what was derived from it and from what was written in it; {@link Outcome#NONE} until then
 */
public record ItemRow(ItemSnapshot snapshot, boolean linksChanged, Outcome outcome) {

    /** How items are written. */
    public static final Codec<ItemRow> CODEC = new Codec<>() {
        @Override
        public void write(ItemRow item, Encoder out) throws IOException {
            ItemSnapshot.CODEC.write(item.snapshot, out);
            out.writeBoolean(item.linksChanged);
            Outcome.CODEC.write(item.outcome, out);
        }

        @Override
        public ItemRow read(Decoder in) throws IOException {
            return new ItemRow(ItemSnapshot.CODEC.read(in), in.readBoolean(), Outcome.CODEC.read(in));
        }
    };

    /** A pull request counts what it refers to anew when it is derived next; nothing changes for an issue. */
    public ItemRow withLinksChanged() {
        return new ItemRow(snapshot, !snapshot.isIssue(), outcome);
    }
}
