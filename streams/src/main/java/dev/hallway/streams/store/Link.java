// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.health.Evidence;
import dev.hallway.health.Facet;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * A pull request that refers to an item, with all that the item's story shows of it.
 *
 * @param repository {@code owner/repo} of the pull request as GitHub writes it
 * @param number its number
 * @param title title, untrusted text
 * @param author who opened it, as last seen where it lies
 * @param association the author's association with its repository
 * @param evidence what links the two
 * @param facet what kind of answer it is
 * @param openedAt UTC
 * @param mergedAt UTC; null unless merged
 * @param closedAt UTC; null while open
 */
public record Link(
        String repository,
        long number,
        String title,
        Actor author,
        AuthorAssociation association,
        Evidence evidence,
        Facet facet,
        Instant openedAt,
        @Nullable Instant mergedAt,
        @Nullable Instant closedAt) {

    /** How links are written. */
    public static final Codec<Link> CODEC = new Codec<>() {
        private final Codec<AuthorAssociation> association = Fields.symbol(AuthorAssociation.values());
        private final Codec<Evidence> evidence = Fields.symbol(Evidence.values());
        private final Codec<Facet> facet = Fields.symbol(Facet.values());

        @Override
        public void write(Link link, Encoder out) throws IOException {
            out.writeString(link.repository);
            out.writeLong(link.number);
            out.writeString(link.title);
            Actor.CODEC.write(link.author, out);
            association.write(link.association, out);
            evidence.write(link.evidence, out);
            facet.write(link.facet, out);
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
                    Actor.CODEC.read(in),
                    association.read(in),
                    evidence.read(in),
                    facet.read(in),
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
