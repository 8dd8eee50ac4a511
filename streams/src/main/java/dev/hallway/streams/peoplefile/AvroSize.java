// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import dev.hallway.contract.Format;
import dev.hallway.contract.Topic;
import dev.hallway.people.PeopleRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** How large a registry is as a record. */
final class AvroSize {

    /** Bytes that a registry may have: a record has some more, and Kafka's clients measure it before compression. */
    private static final long LARGEST = Topic.LARGEST_REGISTRY - (4 << 10);

    private AvroSize() {}

    /** What to say of a registry that its topic does not take; empty if it does. */
    static Optional<String> tooLarge(PeopleRegistry registry) {
        long bytes = of(registry);
        return bytes <= LARGEST
                ? Optional.empty()
                : Optional.of("The registry has " + bytes + " bytes as a record, and its topic takes " + LARGEST
                        + ": leave out those who never contributed to your repositories.");
    }

    private static long of(PeopleRegistry registry) {
        Counting bytes = new Counting();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<PeopleRegistry>(new Format.Avro<>(PeopleRegistry.class).schema())
                    .write(registry, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Counting does not fail.", impossible);
        }
        return bytes.count;
    }

    private static final class Counting extends OutputStream {

        private long count;

        @Override
        public void write(int value) {
            count++;
        }

        @Override
        public void write(byte[] values, int offset, int length) {
            count += length;
        }
    }
}
