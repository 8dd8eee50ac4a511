// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.GitHubAnswer;
import dev.hallway.streams.fact.References;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * What a pull request refers to.
 *
 * @param inText what its text says, in the names it uses
 * @param answer GitHub's last answer to what it closes, which another snapshot may have carried; null if none did
 * @param linked the references as they stand in the links, under the present names of repositories
 */
public record ReferencesRow(References inText, @Nullable GitHubAnswer answer, References linked) {

    /** Of a pull request of which nothing is known. */
    public static final ReferencesRow NONE = new ReferencesRow(References.NONE, null, References.NONE);

    /** How references are written. */
    public static final Codec<ReferencesRow> CODEC = new Codec<>() {
        @Override
        public void write(ReferencesRow row, Encoder out) throws IOException {
            References.CODEC.write(row.inText, out);
            Fields.writeOptional(row.answer, GitHubAnswer.CODEC, out);
            References.CODEC.write(row.linked, out);
        }

        @Override
        public ReferencesRow read(Decoder in) throws IOException {
            return new ReferencesRow(
                    References.CODEC.read(in), Fields.readOptional(GitHubAnswer.CODEC, in), References.CODEC.read(in));
        }
    };

    /** What it refers to; GitHub's answer outranks the text. */
    public References current() {
        return answer == null ? inText : answer.outranking(inText);
    }
}
