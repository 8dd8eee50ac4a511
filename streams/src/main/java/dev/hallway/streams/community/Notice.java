// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.RecordCodec;
import dev.hallway.streams.store.Link;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** What one repository has to say to others, wherever they lie: the only records of an internal topic. */
public sealed interface Notice {

    /**
     * A pull request refers to an item of another repository, does so differently, or does so no longer.
     *
     * @param source the pull request
     * @param target the item
     * @param link how it refers to it now; null if it does not any more
     */
    record LinkChanged(
            ItemKey source, ItemKey target, @Nullable Link link) implements Notice {}

    /**
     * A repository bears or bore a name, or it is no longer known to.
     *
     * @param name {@code owner/repo} in lower case
     * @param claimant the repository's present name in lower case; the same as {@code name} for that itself
     * @param id GitHub's id of the repository
     * @param claimed false if the repository no longer claims the name
     */
    record NameClaimed(String name, String claimant, long id, boolean claimed) implements Notice {}

    /** How notices are written: what they are, then the record. */
    Codec<Notice> CODEC = new Codec<>() {
        private final Codec<LinkChanged> links = RecordCodec.of(LinkChanged.class);
        private final Codec<NameClaimed> names = RecordCodec.of(NameClaimed.class);

        @Override
        public void write(Notice notice, Encoder out) throws IOException {
            if (notice instanceof LinkChanged changed) {
                out.writeInt(0);
                links.write(changed, out);
            } else if (notice instanceof NameClaimed claim) {
                out.writeInt(1);
                names.write(claim, out);
            }
        }

        @Override
        public Notice read(Decoder in) throws IOException {
            int tag = in.readInt();
            return switch (tag) {
                case 0 -> links.read(in);
                case 1 -> names.read(in);
                default -> throw new IOException("no notice has the tag " + tag);
            };
        }
    };
}
