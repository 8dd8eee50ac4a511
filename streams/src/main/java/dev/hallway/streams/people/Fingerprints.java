// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.SchemaNormalization;

/** Numbers that tell apart what they are made from. */
final class Fingerprints {

    private Fingerprints() {}

    static long of(String text) {
        return SchemaNormalization.fingerprint64(text.getBytes(StandardCharsets.UTF_8));
    }

    static long of(PeopleRegistry registry) {
        return of(registry::toByteBuffer);
    }

    static long of(Person person) {
        return of(person::toByteBuffer);
    }

    private static long of(Encoded record) {
        try {
            ByteBuffer bytes = record.bytes();
            byte[] whole = new byte[bytes.remaining()];
            bytes.get(whole);
            return SchemaNormalization.fingerprint64(whole);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Encoded {
        ByteBuffer bytes() throws IOException;
    }
}
