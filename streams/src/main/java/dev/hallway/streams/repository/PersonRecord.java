// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.state.Codec;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * A person in a repository.
 *
 * @param login the label to show
 * @param loginSeenAt when the facts that told the login were seen, milliseconds since the epoch
 * @param firstWeek week of the first contribution in the repository's known history
 */
record PersonRecord(String login, long loginSeenAt, IsoWeek firstWeek) {

    static final Codec<PersonRecord> CODEC = new Codec<>() {
        @Override
        public void write(PersonRecord person, Encoder out) throws IOException {
            out.writeString(person.login);
            out.writeLong(person.loginSeenAt);
            out.writeInt(person.firstWeek.ordinal());
        }

        @Override
        public PersonRecord read(Decoder in) throws IOException {
            return new PersonRecord(in.readString(), in.readLong(), new IsoWeek(in.readInt()));
        }
    };

    PersonRecord withFirstWeek(IsoWeek week) {
        return new PersonRecord(login, loginSeenAt, week);
    }

    PersonRecord seenAs(String newLogin, long at) {
        return newLogin.equals(login) || at < loginSeenAt ? this : new PersonRecord(newLogin, at, firstWeek);
    }
}
