// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * What an issue or pull request is, as last known.
 *
 * @param kind issue or pull request
 * @param repository {@code owner/repo} as GitHub writes it
 * @param number its number
 * @param htmlUrl web page
 * @param title title, untrusted text
 * @param author who opened it
 * @param authorIsMaintainer true if the author is a maintainer by this item
 * @param labels names of its labels
 * @param openedAt UTC
 * @param closedAt UTC; null while open
 * @param mergedAt UTC; null unless a merged pull request
 * @param draft true if a pull request that is a draft
 * @param stateReason GitHub's reason for the closing of an issue; null if none
 * @param reactions reactions on the item itself
 * @param references references in a pull request's title and body, closing ones first; empty for issues
 */
public record ItemFacts(
        Kind kind,
        String repository,
        long number,
        String htmlUrl,
        String title,
        Author author,
        boolean authorIsMaintainer,
        List<String> labels,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant mergedAt,
        boolean draft,
        @Nullable String stateReason,
        int reactions,
        List<Reference> references) {

    /** How items are written. */
    public static final Codec<ItemFacts> CODEC = new Codec<>() {
        private final Kind[] kinds = Kind.values();

        @Override
        public void write(ItemFacts item, Encoder out) throws IOException {
            out.writeInt(item.kind.ordinal());
            out.writeString(item.repository);
            out.writeLong(item.number);
            out.writeString(item.htmlUrl);
            out.writeString(item.title);
            Author.CODEC.write(item.author, out);
            out.writeBoolean(item.authorIsMaintainer);
            Fields.writeList(item.labels, Fields.TEXT, out);
            Fields.writeInstant(item.openedAt, out);
            Fields.writeOptional(item.closedAt, Fields.INSTANT, out);
            Fields.writeOptional(item.mergedAt, Fields.INSTANT, out);
            out.writeBoolean(item.draft);
            Fields.writeOptional(item.stateReason, Fields.TEXT, out);
            out.writeInt(item.reactions);
            Fields.writeList(item.references, References.CODEC, out);
        }

        @Override
        public ItemFacts read(Decoder in) throws IOException {
            return new ItemFacts(
                    kinds[in.readInt()],
                    in.readString(),
                    in.readLong(),
                    in.readString(),
                    in.readString(),
                    Author.CODEC.read(in),
                    in.readBoolean(),
                    Fields.readList(Fields.TEXT, in),
                    Fields.readInstant(in),
                    Fields.readOptional(Fields.INSTANT, in),
                    Fields.readOptional(Fields.INSTANT, in),
                    in.readBoolean(),
                    Fields.readOptional(Fields.TEXT, in),
                    in.readInt(),
                    Fields.readList(References.CODEC, in));
        }
    };

    /** The same item with other references. */
    public ItemFacts withReferences(List<Reference> others) {
        return new ItemFacts(
                kind,
                repository,
                number,
                htmlUrl,
                title,
                author,
                authorIsMaintainer,
                labels,
                openedAt,
                closedAt,
                mergedAt,
                draft,
                stateReason,
                reactions,
                others);
    }

    /** True for an issue opened by a human or an unknown person: what a story is told of. */
    public boolean isFeedback() {
        return kind == Kind.ISSUE && !author.isBot();
    }
}
