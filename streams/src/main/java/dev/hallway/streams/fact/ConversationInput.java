// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.streams.state.Codec;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the conversations take in. */
public sealed interface ConversationInput {

    /**
     * Ingest saw something; keyed by item.
     *
     * @param fact an issue, pull request, comment or review; null if the record is empty
     */
    record FactSeen(@Nullable SpecificRecord fact) implements ConversationInput {}

    /**
     * A repository bears or bore a name, or it is no longer known to; told to every partition.
     *
     * @param name {@code owner/repo} in lower case
     * @param repository the repository's present name in lower case; the same as {@code name} for that itself
     * @param id GitHub's id of the repository
     * @param claimed false if the repository no longer claims the name
     */
    record NameClaimed(String name, String repository, long id, boolean claimed) implements ConversationInput {

        /** How these are written. */
        public static final Codec<NameClaimed> CODEC = new Codec<>() {
            @Override
            public void write(NameClaimed claim, Encoder out) throws IOException {
                out.writeString(claim.name);
                out.writeString(claim.repository);
                out.writeLong(claim.id);
                out.writeBoolean(claim.claimed);
            }

            @Override
            public NameClaimed read(Decoder in) throws IOException {
                return new NameClaimed(in.readString(), in.readString(), in.readLong(), in.readBoolean());
            }
        };
    }
}
