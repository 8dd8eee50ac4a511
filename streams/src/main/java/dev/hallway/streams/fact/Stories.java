// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.health.Story;
import dev.hallway.streams.state.Codec;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** How stories are written: as Avro's single objects, which carry the fingerprint of their schema. */
public final class Stories {

    /** Writes and reads them. */
    public static final Codec<Story> CODEC = new Codec<>() {
        @Override
        public void write(Story story, Encoder out) throws IOException {
            out.writeBytes(story.toByteBuffer());
        }

        @Override
        public Story read(Decoder in) throws IOException {
            return Story.fromByteBuffer(in.readBytes(null));
        }
    };

    private Stories() {}
}
