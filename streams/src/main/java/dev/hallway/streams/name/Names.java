// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.name;

import dev.hallway.github.Repository;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * The names that a repository was last said to bear and to have borne.
 *
 * @param observedAt when ingest saw that
 * @param id GitHub's id of the repository
 * @param claimed its present name and its former ones, in lower case; empty if GitHub no longer has it under this name
 */
record Names(Instant observedAt, long id, List<String> claimed) {

    static final Codec<Names> CODEC = new Codec<>() {
        @Override
        public void write(Names names, Encoder out) throws IOException {
            Fields.writeInstant(names.observedAt, out);
            out.writeLong(names.id);
            Fields.writeList(names.claimed, Fields.TEXT, out);
        }

        @Override
        public Names read(Decoder in) throws IOException {
            return new Names(Fields.readInstant(in), in.readLong(), Fields.readList(Fields.TEXT, in));
        }
    };

    /** Of a repository that has not been described. */
    static final Names NONE = new Names(Instant.MIN, 0, List.of());

    Names {
        claimed = List.copyOf(claimed);
    }

    static Names of(Repository repository) {
        List<String> claimed = repository.getDeleted()
                ? List.of()
                : Stream.concat(Stream.of(repository.getFullName()), repository.getPreviousNames().stream())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        return new Names(repository.getObservedAt(), repository.getId(), claimed);
    }
}
