// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.state.Codec;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * What changed in a week since its figures were last published.
 *
 * @param figures a bit for each figure
 * @param openIssues by how much the number of issues open at the end of this week and all later ones changed
 * @param openPullRequests the same of pull requests
 */
record Unpublished(int figures, long openIssues, long openPullRequests) {

    static final Unpublished NOTHING = new Unpublished(0, 0, 0);

    static final Codec<Unpublished> CODEC = new Codec<>() {
        @Override
        public void write(Unpublished unpublished, Encoder out) throws IOException {
            out.writeInt(unpublished.figures);
            out.writeLong(unpublished.openIssues);
            out.writeLong(unpublished.openPullRequests);
        }

        @Override
        public Unpublished read(Decoder in) throws IOException {
            return new Unpublished(in.readInt(), in.readLong(), in.readLong());
        }
    };

    Unpublished with(int changed, long issues, long pullRequests) {
        return new Unpublished(figures | changed, openIssues + issues, openPullRequests + pullRequests);
    }

    boolean has(Figure figure) {
        return (figures & figure.bit()) != 0;
    }

    List<Figure> all() {
        return Arrays.stream(Figure.values()).filter(this::has).toList();
    }
}
