// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.health.Evidence;
import dev.hallway.health.Facet;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * A pull request as the item it refers to sees it.
 *
 * @param repository {@code owner/repo} of the pull request as GitHub writes it
 * @param number number of the pull request
 * @param title title, untrusted text
 * @param author who opened it
 * @param authorIsMaintainer true if the author is a maintainer by that pull request
 * @param evidence what links the two
 * @param facet what it contributes
 * @param openedAt UTC
 * @param mergedAt UTC; null if not merged
 * @param closedAt UTC; null while open
 */
public record Link(
        String repository,
        long number,
        String title,
        Author author,
        boolean authorIsMaintainer,
        Evidence evidence,
        Facet facet,
        Instant openedAt,
        @Nullable Instant mergedAt,
        @Nullable Instant closedAt) {

    /** How links are written. */
    public static final Codec<Link> CODEC = new Codec<>() {
        private final Evidence[] evidences = Evidence.values();
        private final Facet[] facets = Facet.values();

        @Override
        public void write(Link link, Encoder out) throws IOException {
            out.writeString(link.repository);
            out.writeLong(link.number);
            out.writeString(link.title);
            Author.CODEC.write(link.author, out);
            out.writeBoolean(link.authorIsMaintainer);
            out.writeInt(link.evidence.ordinal());
            out.writeInt(link.facet.ordinal());
            Fields.writeInstant(link.openedAt, out);
            Fields.writeOptional(link.mergedAt, Fields.INSTANT, out);
            Fields.writeOptional(link.closedAt, Fields.INSTANT, out);
        }

        @Override
        public Link read(Decoder in) throws IOException {
            return new Link(
                    in.readString(),
                    in.readLong(),
                    in.readString(),
                    Author.CODEC.read(in),
                    in.readBoolean(),
                    evidences[in.readInt()],
                    facets[in.readInt()],
                    Fields.readInstant(in),
                    Fields.readOptional(Fields.INSTANT, in),
                    Fields.readOptional(Fields.INSTANT, in));
        }
    };

    /** True if the merge of the pull request closes the item. */
    public boolean closes() {
        return evidence != Evidence.MENTION;
    }
}
