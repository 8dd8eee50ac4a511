// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.state.Codec;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * How often a person wrote in an issue.
 *
 * @param asCommunity times without being a maintainer
 * @param asMaintainer times as a maintainer
 */
record Voice(long asCommunity, long asMaintainer) {

    static final Voice SILENT = new Voice(0, 0);

    static final Codec<Voice> CODEC = new Codec<>() {
        @Override
        public void write(Voice voice, Encoder out) throws IOException {
            out.writeLong(voice.asCommunity);
            out.writeLong(voice.asMaintainer);
        }

        @Override
        public Voice read(Decoder in) throws IOException {
            return new Voice(in.readLong(), in.readLong());
        }
    };

    Voice plus(boolean maintainer, int times) {
        return maintainer ? new Voice(asCommunity, asMaintainer + times) : new Voice(asCommunity + times, asMaintainer);
    }

    boolean isSilent() {
        return asCommunity == 0 && asMaintainer == 0;
    }

    /** True if the person stands for demand: wrote, and never as a maintainer. */
    boolean isDemand() {
        return asCommunity > 0 && asMaintainer == 0;
    }
}
