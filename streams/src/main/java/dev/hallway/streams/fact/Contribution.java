// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * One contribution of weight 1: who, when, and in which role.
 *
 * @param author who contributed
 * @param maintainer true if as OWNER, MEMBER or COLLABORATOR
 * @param time when it counts, UTC
 */
public record Contribution(Author author, boolean maintainer, Instant time) {

    /** How contributions are written. */
    public static final Codec<Contribution> CODEC = new Codec<>() {
        @Override
        public void write(Contribution contribution, Encoder out) throws IOException {
            Author.CODEC.write(contribution.author, out);
            out.writeBoolean(contribution.maintainer);
            Fields.writeInstant(contribution.time, out);
        }

        @Override
        public Contribution read(Decoder in) throws IOException {
            return new Contribution(Author.CODEC.read(in), in.readBoolean(), Fields.readInstant(in));
        }
    };

    /**
     * What was contributed: the identity under which a contribution is counted once.
     *
     * @param kind kind of contribution
     * @param number number of the issue or pull request
     * @param id GitHub's id of the comment or review; the number itself for items
     */
    public record Ref(CountedContribution.Kind kind, long number, long id) {

        /** How identities are written. */
        public static final Codec<Ref> CODEC = new Codec<>() {
            private final CountedContribution.Kind[] kinds = CountedContribution.Kind.values();

            @Override
            public void write(Ref ref, Encoder out) throws IOException {
                out.writeInt(ref.kind.ordinal());
                out.writeLong(ref.number);
                out.writeLong(ref.id);
            }

            @Override
            public Ref read(Decoder in) throws IOException {
                return new Ref(kinds[in.readInt()], in.readLong(), in.readLong());
            }
        };
    }
}
