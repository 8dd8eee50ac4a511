// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.health.Evidence;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** How the merges that answered feedback are written. */
public final class Answers {

    /** Writes and reads them. */
    public static final Codec<Answer> CODEC = new Codec<>() {
        private final Evidence[] evidences = Evidence.values();

        @Override
        public void write(Answer answer, Encoder out) throws IOException {
            out.writeString(answer.repository());
            out.writeLong(answer.pullRequest());
            Fields.writeInstant(answer.mergedAt(), out);
            out.writeLong(answer.seconds());
            out.writeBoolean(answer.communityAuthored());
            out.writeBoolean(answer.selfAuthored());
            out.writeInt(answer.evidence().ordinal());
        }

        @Override
        public Answer read(Decoder in) throws IOException {
            return new Answer(
                    in.readString(),
                    in.readLong(),
                    Fields.readInstant(in),
                    in.readLong(),
                    in.readBoolean(),
                    in.readBoolean(),
                    evidences[in.readInt()]);
        }
    };

    private Answers() {}
}
