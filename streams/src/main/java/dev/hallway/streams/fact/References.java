// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.health.Evidence;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * References of a pull request, as many as are kept.
 *
 * @param kept the first ones, closing ones before mentions
 * @param found how many there are
 */
public record References(List<Reference> kept, int found) {

    /** No references at all. */
    public static final References NONE = new References(List.of(), 0);

    /** How references are written. */
    public static final Codec<References> CODEC = new Codec<>() {
        private final Codec<Reference> reference = new ReferenceCodec();

        @Override
        public void write(References references, Encoder out) throws IOException {
            Fields.writeList(references.kept, reference, out);
            out.writeInt(references.found);
        }

        @Override
        public References read(Decoder in) throws IOException {
            return new References(Fields.readList(reference, in), in.readInt());
        }
    };

    /** Copies the list. */
    public References {
        kept = List.copyOf(kept);
    }

    /** As many of these as are kept. */
    public static References of(List<Reference> all) {
        return new References(Limits.first(all, Limits.REFERENCES), all.size());
    }

    private static final class ReferenceCodec implements Codec<Reference> {

        private final Codec<Evidence> evidence = Fields.symbol(Evidence.values());

        @Override
        public void write(Reference reference, Encoder out) throws IOException {
            out.writeString(reference.repository());
            out.writeLong(reference.number());
            evidence.write(reference.evidence(), out);
            out.writeBoolean(reference.textCloses());
        }

        @Override
        public Reference read(Decoder in) throws IOException {
            return new Reference(in.readString(), in.readLong(), evidence.read(in), in.readBoolean());
        }
    }
}
