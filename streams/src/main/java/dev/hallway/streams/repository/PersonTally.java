// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.state.Codec;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * What a person contributed in a week.
 *
 * @param contributions all contributions
 * @param asMaintainer those made as a maintainer
 */
record PersonTally(long contributions, long asMaintainer) {

    static final PersonTally NONE = new PersonTally(0, 0);

    static final Codec<PersonTally> CODEC = new Codec<>() {
        @Override
        public void write(PersonTally tally, Encoder out) throws IOException {
            out.writeLong(tally.contributions);
            out.writeLong(tally.asMaintainer);
        }

        @Override
        public PersonTally read(Decoder in) throws IOException {
            return new PersonTally(in.readLong(), in.readLong());
        }
    };

    PersonTally plus(boolean maintainer, int times) {
        return new PersonTally(contributions + times, maintainer ? asMaintainer + times : asMaintainer);
    }

    PersonTally plus(PersonTally other) {
        return new PersonTally(contributions + other.contributions, asMaintainer + other.asMaintainer);
    }

    boolean isNone() {
        return contributions == 0;
    }

    /** True if the person contributed, and never as a maintainer. */
    boolean isCommunity() {
        return contributions > 0 && asMaintainer == 0;
    }
}
