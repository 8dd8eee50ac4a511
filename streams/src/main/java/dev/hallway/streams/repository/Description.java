// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.read.Inventory;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * What ingest last said of a repository.
 *
 * @param name {@code owner/repo} as GitHub writes it
 * @param htmlUrl web page; empty until ingest has described the repository
 * @param observedAt when it was described; the epoch until then
 * @param syncedAt everything GitHub showed until then is in; null before the first complete cycle
 * @param historyComplete true once every list has been read from the beginning
 * @param gaps what is known to be missing
 * @param inventory what became of every number; null before the first complete cycle
 */
record Description(
        String name,
        String htmlUrl,
        Instant observedAt,
        @Nullable Instant syncedAt,
        boolean historyComplete,
        List<String> gaps,
        @Nullable Inventory inventory) {

    private static final Codec<Inventory> INVENTORY = new InventoryCodec();

    static final Codec<Description> CODEC = new Codec<>() {
        @Override
        public void write(Description description, Encoder out) throws IOException {
            out.writeString(description.name);
            out.writeString(description.htmlUrl);
            Fields.writeInstant(description.observedAt, out);
            Fields.writeOptional(description.syncedAt, Fields.INSTANT, out);
            out.writeBoolean(description.historyComplete);
            Fields.writeList(description.gaps, Fields.TEXT, out);
            Fields.writeOptional(description.inventory, INVENTORY, out);
        }

        @Override
        public Description read(Decoder in) throws IOException {
            return new Description(
                    in.readString(),
                    in.readString(),
                    Fields.readInstant(in),
                    Fields.readOptional(Fields.INSTANT, in),
                    in.readBoolean(),
                    Fields.readList(Fields.TEXT, in),
                    Fields.readOptional(INVENTORY, in));
        }
    };

    /** What facts about a repository tell before ingest has described it. */
    static Description named(String name) {
        return new Description(name, "", Instant.EPOCH, null, false, List.of(), null);
    }
}
