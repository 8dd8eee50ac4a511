// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.health.Evidence;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.state.Codec;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** How references are written. */
public final class References {

    /** Writes and reads them. */
    public static final Codec<Reference> CODEC = new Codec<>() {
        private final Evidence[] evidences = Evidence.values();

        @Override
        public void write(Reference reference, Encoder out) throws IOException {
            out.writeString(reference.repository());
            out.writeLong(reference.number());
            out.writeInt(reference.evidence().ordinal());
            out.writeBoolean(reference.textCloses());
        }

        @Override
        public Reference read(Decoder in) throws IOException {
            return new Reference(in.readString(), in.readLong(), evidences[in.readInt()], in.readBoolean());
        }
    };

    private References() {}
}
