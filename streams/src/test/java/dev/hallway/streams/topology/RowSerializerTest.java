// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.streams.publication.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows look to every reader as Confluent's serializer would have written them. */
class RowSerializerTest {

    static Stream<Output<?>> outputs() {
        return Output.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    <V extends SpecificRecord> void shouldWriteWhatConfluentsSerializerWrites(Output<V> output) throws IOException {
        // Given
        Serializer<V> confluent = confluent(output);
        Serializer<V> rows = new RowSerializer<>(output.type(), confluent(output));
        String topic = output.topic().name();
        Schema schema = SpecificData.get().getSchema(output.type());

        for (Object drawn : new RandomData(GenericData.get(), schema, 100, 1L, false)) {
            V row = row(output, schema, drawn);

            // When
            byte[] written = rows.serialize(topic, row);

            // Then
            assertThat(written).isEqualTo(confluent.serialize(topic, row));
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    <V extends SpecificRecord> void shouldLeaveARowThatIsTakenBackEmpty(Output<V> output) {
        // Given
        Serializer<V> rows = new RowSerializer<>(output.type(), confluent(output));

        // When
        byte[] written = rows.serialize(output.topic().name(), null);

        // Then
        assertThat(written).isNull();
    }

    private static <V extends SpecificRecord> V row(Output<V> output, Schema schema, Object drawn) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(drawn, encoder);
        encoder.flush();
        return new SpecificDatumReader<>(output.type())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }

    private static <V extends SpecificRecord> Serializer<V> confluent(Output<V> output) {
        return output.topic().valueSerde(SchemaRegistry.at("mock://rows")).serializer();
    }
}
