// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.contract.ItemKey;
import dev.hallway.health.Evidence;
import dev.hallway.streams.fact.References;
import dev.hallway.streams.fact.Version;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's own answer to which items a pull request closes.
 *
 * <p>Only some snapshots carry one. It stands until a later snapshot carries another: one without says only that GitHub
 * was not asked again.
 *
 * @param version of the snapshot that carried it
 * @param references what it closes; empty if nothing
 */
record GitHubsAnswer(Version version, List<Reference> references) {

    static final Codec<GitHubsAnswer> CODEC = new Codec<>() {
        @Override
        public void write(GitHubsAnswer answer, Encoder out) throws IOException {
            Version.CODEC.write(answer.version, out);
            Fields.writeList(answer.references, References.CODEC, out);
        }

        @Override
        public GitHubsAnswer read(Decoder in) throws IOException {
            return new GitHubsAnswer(Version.CODEC.read(in), Fields.readList(References.CODEC, in));
        }
    };

    GitHubsAnswer {
        references = List.copyOf(references);
    }

    /** The later of two answers; null if there is none. */
    static @Nullable GitHubsAnswer later(@Nullable GitHubsAnswer known, @Nullable GitHubsAnswer other) {
        if (known == null || other == null) {
            return known == null ? other : known;
        }
        return other.version.isNotLaterThan(known.version) ? known : other;
    }

    /** What a pull request refers to by this answer and its text: what the text alone would close is a mention. */
    List<Reference> and(List<Reference> inText) {
        List<Reference> all = new ArrayList<>(references);
        Set<ItemKey> closed = new HashSet<>();
        references.forEach(reference -> closed.add(key(reference)));
        for (Reference reference : inText) {
            if (!closed.contains(key(reference))) {
                all.add(new Reference(
                        reference.repository(), reference.number(), Evidence.MENTION, reference.textCloses()));
            }
        }
        return List.copyOf(all);
    }

    private static ItemKey key(Reference reference) {
        return new ItemKey(reference.repository(), reference.number());
    }
}
