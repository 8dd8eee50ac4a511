// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Version;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * The latest known snapshot of an item.
 *
 * @param version orders it among the snapshots of the item
 * @param deleted true if GitHub no longer has the item
 * @param written what it is, or last was, with the references in its text
 * @param answer the latest answer of GitHub to what it closes, which another snapshot may have carried; null if none did
 */
record Snapshot(
        Version version,
        boolean deleted,
        ItemFacts written,
        @Nullable GitHubsAnswer answer) {

    static final Codec<Snapshot> CODEC = new Codec<>() {
        @Override
        public void write(Snapshot snapshot, Encoder out) throws IOException {
            Version.CODEC.write(snapshot.version, out);
            out.writeBoolean(snapshot.deleted);
            ItemFacts.CODEC.write(snapshot.written, out);
            Fields.writeOptional(snapshot.answer, GitHubsAnswer.CODEC, out);
        }

        @Override
        public Snapshot read(Decoder in) throws IOException {
            return new Snapshot(
                    Version.CODEC.read(in),
                    in.readBoolean(),
                    ItemFacts.CODEC.read(in),
                    Fields.readOptional(GitHubsAnswer.CODEC, in));
        }
    };

    /** What is known with the other snapshot too, whichever of them came first. */
    Snapshot and(Snapshot other) {
        Snapshot later = other.version.isNotLaterThan(version) ? this : other;
        return new Snapshot(later.version, later.deleted, later.written, GitHubsAnswer.later(answer, other.answer));
    }

    /** What the item is, or last was; GitHub's answer outranks the text. */
    ItemFacts facts() {
        return answer == null ? written : written.withReferences(answer.and(written.references()));
    }
}
